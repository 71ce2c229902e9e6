'use client';

import type { BulkOrdersInput } from '@countinghouse/core/orders/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { useSelection } from '../../../../../ui/table/selection';
import { bulkOrdersAction } from '../actions';
import classes from './order-bulk.module.css';

/** What can be done with the selected orders. */
export function OrderBulk({ tenant }: { tenant: string }) {
  const t = useTranslations('orders.bulk');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();
  const [tagging, setTagging] = useState(false);
  const [outcome, setOutcome] = useState('');

  const run = (input: BulkOrdersInput) =>
    start(async () => {
      const result = await bulkOrdersAction(tenant, input);
      if (!result.ok) return setOutcome(result.message);
      const { changed, refused } = result.data;
      setOutcome(
        [t('done', { count: changed }), refused.length > 0 && t('refused', { count: refused.length })]
          .filter(Boolean)
          .join(' · '),
      );
      setTagging(false);
      clear();
      router.refresh();
    });

  const tag = (form: FormData) => {
    const typed = form.get('tag');
    const text = typeof typed === 'string' ? typed.trim() : '';
    if (text) run({ action: 'add-tag', ids: [...ids], tag: text });
  };

  return (
    <div className={classes.bulk}>
      <span role="status">{outcome}</span>
      {tagging ? (
        <form action={tag} className={classes.tag}>
          <input name="tag" maxLength={40} required aria-label={t('tagPrompt')} placeholder={t('addTag')} />
          <Button type="submit" busy={busy}>
            {t('addTag')}
          </Button>
        </form>
      ) : (
        <Button look="quiet" onClick={() => setTagging(true)}>
          {t('addTag')}
        </Button>
      )}
      <Button look="quiet" busy={busy} onClick={() => run({ action: 'archive', ids: [...ids] })}>
        {t('archive')}
      </Button>
      <Button look="quiet" busy={busy} onClick={() => run({ action: 'cancel', ids: [...ids] })}>
        {t('cancel')}
      </Button>
    </div>
  );
}
