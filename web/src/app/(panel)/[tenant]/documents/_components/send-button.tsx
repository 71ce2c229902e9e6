'use client';

import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button, type ButtonLook } from '../../../../../ui/button';
import type { MailValues } from './use-sending';

// Its fields are many, and most visits of a page send nothing.
const SendDialog = dynamic(() => import('./send-dialog').then((module) => module.SendDialog), { ssr: false });

interface SendButtonProps {
  tenant: string;
  documentId: string;
  /** A mail that was sent before, to begin with. */
  earlier?: MailValues;
  look?: ButtonLook;
  label?: string;
}

/**
 * Opens the dialog that sends a document by mail. Needs the texts of the areas `sharing` and `errors` around it.
 *
 *     <ClientMessages areas={['sharing']}>
 *       <SendButton tenant={tenant} documentId={documentId} />
 *     </ClientMessages>
 */
export function SendButton({ tenant, documentId, earlier, look = 'plain', label }: SendButtonProps) {
  const t = useTranslations('sharing');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} {...(!label && { icon: IconSend })} onClick={() => setOpen(true)}>
        {label ?? t('open')}
      </Button>
      {open && (
        <SendDialog
          tenant={tenant}
          documentId={documentId}
          {...(earlier && { earlier })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
