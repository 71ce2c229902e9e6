'use client';

import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ButtonLink } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { useVerb } from '../../settings/_components/use-verb';
import { deleteInvoiceAction } from '../actions';

interface DraftActionsProps {
  tenant: string;
  invoice: { id: string; version: number };
}

/** What can be done with a draft beside issuing it. */
export function DraftActions({ tenant, invoice }: DraftActionsProps) {
  const t = useTranslations('invoices.actions');
  const router = useRouter();
  const { busy, run } = useVerb();
  const remove = () =>
    run(async () => {
      const result = await deleteInvoiceAction(tenant, invoice.id, invoice.version);
      if (result.ok) router.push(`/${tenant}/invoices`);
      else showNotice({ message: result.message, tone: 'bad' });
      return result;
    }, t('deleted'));
  return (
    <>
      <ButtonLink href={`/${tenant}/invoices/${invoice.id}/edit`} icon={IconPencil}>
        {t('edit')}
      </ButtonLink>
      <ButtonLink href={`/${tenant}/invoices/new?from=${invoice.id}`} icon={IconCopy}>
        {t('duplicate')}
      </ButtonLink>
      <ConfirmButton
        look="plain"
        icon={IconTrash}
        label={t('delete')}
        confirm={t('deleteNow')}
        busy={busy}
        onConfirm={() => void remove()}
      />
    </>
  );
}
