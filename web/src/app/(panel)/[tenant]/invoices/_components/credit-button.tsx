'use client';

import { IconReceiptRefund } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { Button } from '../../../../../ui/button';
import type { CreditedInvoice } from './credit-dialog';

// Fields come when they are asked for.
const CreditDialog = dynamic(() => import('./credit-dialog').then((module) => module.CreditDialog), {
  ssr: false,
});

interface CreditButtonProps {
  tenant: string;
  invoice: CreditedInvoice;
  numberFormat: NumberFormat;
}

/** Begins a credit note of an issued invoice. */
export function CreditButton(props: CreditButtonProps) {
  const t = useTranslations('invoices.actions');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={IconReceiptRefund} onClick={() => setOpen(true)}>
        {t('credit')}
      </Button>
      {open && <CreditDialog {...props} open onClose={() => setOpen(false)} />}
    </>
  );
}
