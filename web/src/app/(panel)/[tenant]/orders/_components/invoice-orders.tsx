'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { BulkInvoiceResult } from '@countinghouse/core/invoices/schemas';
import { Button, ButtonLink } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useSelection } from '../../../../../ui/table/selection';
import classes from '../../_components/dialogs.module.css';
import { RefusedList } from '../../_components/refused-list';
import { rowName } from '../../_components/row-name';
import { useVerb } from '../../settings/_components/use-verb';
import { bulkInvoiceOrdersAction } from '../invoice-actions';

interface InvoiceOrdersProps {
  tenant: string;
}

interface Outcome extends BulkInvoiceResult {
  names: ReadonlyMap<string, string>;
}

type Together = 'order' | 'customer';
const ways: readonly Together[] = ['order', 'customer'];

interface AskProps {
  count: number;
  busy: boolean;
  onDismiss: () => void;
  onAsk: (together: Together, issue: boolean) => void;
}

function Ask({ count, busy, onDismiss, onAsk }: AskProps) {
  const t = useTranslations('invoices.fromOrders');
  const [together, setTogether] = useState<Together>('order');
  const [issue, setIssue] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(together, issue);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {count > 1 && (
        <fieldset className={classes.choices}>
          <legend>{t('together')}</legend>
          {ways.map((way) => (
            <label key={way} className={classes.choice}>
              <input
                type="radio"
                name="together"
                checked={together === way}
                onChange={() => setTogether(way)}
              />
              <span>{t(way)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className={classes.choice}>
        <input type="checkbox" checked={issue} onChange={(event) => setIssue(event.currentTarget.checked)} />
        <span>{t('issue')}</span>
        <small>{t('issueHint')}</small>
      </label>
      <DialogActions>
        <Button onClick={onDismiss} disabled={busy}>
          {t('dismiss')}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('now')}
        </Button>
      </DialogActions>
    </form>
  );
}

function Result({ tenant, outcome, onClose }: { tenant: string; outcome: Outcome; onClose: () => void }) {
  const t = useTranslations('invoices.fromOrders');
  const { created, refused, names } = outcome;
  // An address has room for so many and no more.
  const ids = created.slice(0, 100).map(({ id }) => id);
  return (
    <>
      <RefusedList
        title={t('refused')}
        refused={refused.map(({ orderId, ...why }) => ({
          ...why,
          id: orderId,
          name: <a href={`/${tenant}/orders/${orderId}`}>{names.get(orderId) ?? orderId}</a>,
        }))}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('close')}</Button>
        {ids.length > 0 && (
          <ButtonLink look="primary" href={`/${tenant}/invoices?ids=${ids.join(',')}`}>
            {t('show')}
          </ButtonLink>
        )}
      </DialogActions>
    </>
  );
}

/** Makes invoices of the selected orders, and tells which were left and why. */
export function InvoiceOrders({ tenant }: InvoiceOrdersProps) {
  const t = useTranslations('invoices.fromOrders');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const { busy, failure, run } = useVerb();
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  const ask = (together: Together, issue: boolean) =>
    run(async () => {
      const names = new Map(ids.map((id) => [id, rowName(id)]));
      const result = await bulkInvoiceOrdersAction(tenant, { orderIds: [...ids], together, issue });
      if (result.ok) setOutcome({ ...result.data, names });
      return result;
    });
  const close = () => {
    setAsking(false);
    if (outcome) {
      setOutcome(undefined);
      clear();
      router.refresh();
    }
  };
  const title = outcome ? t('done', { count: outcome.created.length }) : t('title', { count: ids.length });
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('button')}
      </Button>
      <Dialog open={asking} title={title} onClose={close} busy={busy}>
        <FailureNotice failure={failure} />
        {outcome ? (
          <Result tenant={tenant} outcome={outcome} onClose={close} />
        ) : (
          <Ask count={ids.length} busy={busy} onDismiss={close} onAsk={(...how) => void ask(...how)} />
        )}
      </Dialog>
    </>
  );
}
