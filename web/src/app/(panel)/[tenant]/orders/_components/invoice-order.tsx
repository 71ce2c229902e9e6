'use client';

import { IconFileInvoice } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { Dialog } from '../../../../../ui/dialog';
import type { InvoiceOrderProps } from './invoice-order-form';

// Fields come when they are asked for.
const InvoiceOrderForm = dynamic(
  () => import('./invoice-order-form').then((module) => module.InvoiceOrderForm),
  { ssr: false },
);

/** Invoices an order: all of it, what was delivered, lines, a percentage, or a deposit. */
export function InvoiceOrder(props: InvoiceOrderProps) {
  const t = useTranslations('invoices.fromOrder');
  const [open, setOpen] = useState(false);
  const { number, isReturn } = props.order;
  const close = () => setOpen(false);
  return (
    <>
      <Button icon={IconFileInvoice} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog open={open} title={t(isReturn ? 'titleReturn' : 'title', { number })} onClose={close}>
        <InvoiceOrderForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}
