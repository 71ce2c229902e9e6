'use client';

import { IconArrowBackUp, IconFileCheck } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../../ui/button';
import classes from '../invoice-page.module.css';
import type { Settling } from './load-settling';

// Fields come when they are asked for.
const UseForDialog = dynamic(() => import('./use-for-dialog').then((module) => module.UseForDialog), {
  ssr: false,
});
const PayBackDialog = dynamic(() => import('./pay-back-dialog').then((module) => module.PayBackDialog), {
  ssr: false,
});

/** What can be done with the rest of a credit note: use it, or pay it back. */
export function SettleCredit({ tenant, settling }: { tenant: string; settling: Settling }) {
  const t = useTranslations('invoices.settle');
  const [asked, setAsked] = useState<'use' | 'pay'>();
  const part = { tenant, settling, onClose: () => setAsked(undefined) };
  return (
    <div className={classes.moves}>
      {settling.documents.length > 0 && (
        <Button icon={IconFileCheck} onClick={() => setAsked('use')}>
          {t('useFor')}
        </Button>
      )}
      <Button icon={IconArrowBackUp} onClick={() => setAsked('pay')}>
        {t('payBack')}
      </Button>
      {asked === 'use' && <UseForDialog {...part} />}
      {asked === 'pay' && <PayBackDialog {...part} />}
    </div>
  );
}
