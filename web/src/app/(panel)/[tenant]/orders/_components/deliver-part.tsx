'use client';

import { IconTruckLoading } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { Dialog } from '../../../../../ui/dialog';
import type { DeliverPartProps } from './deliver-part-form';

// Fields come when they are asked for.
const DeliverPartForm = dynamic(
  () => import('./deliver-part-form').then((module) => module.DeliverPartForm),
  {
    ssr: false,
  },
);

/** Records what of an order was delivered when not all of it was. */
export function DeliverPart(props: DeliverPartProps) {
  const t = useTranslations('orders.deliverPart');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon={IconTruckLoading} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog open={open} title={t('title', { number: props.order.number })} onClose={close}>
        <DeliverPartForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}
