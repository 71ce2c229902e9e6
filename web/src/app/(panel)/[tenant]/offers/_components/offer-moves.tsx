'use client';

import { canMove, isRevisable, type OfferState } from '@countinghouse/core/offers/states';
import {
  IconArrowBackUp,
  IconChecklist,
  IconPencilPlus,
  IconShoppingCart,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ActionResult } from '../../../../../server/result';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import {
  deleteOfferAction,
  orderOfferAction,
  reviseOfferAction,
  sendOfferAction,
  withdrawOfferAction,
} from '../actions';
import { RecordAnswer } from './record-answer';

interface OfferMoveProps {
  tenant: string;
  offer: { id: string; state: OfferState; version: number; orderId: string | null; revised: boolean };
}

/** Moves the offer once at a time. A refusal is told, and the page shows how the offer stands now. */
function useMove() {
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const run = <Data,>(change: () => Promise<ActionResult<Data>>, leadTo?: (data: Data) => string | null) =>
    start(async () => {
      const result = await change().catch(() => null);
      if (!result?.ok) {
        const detail = result?.errors.map(({ message }) => message).join(' ');
        const message = [result?.message ?? tErrors('unreachable'), detail].filter(Boolean).join(' ');
        showNotice({ message, tone: 'bad' });
      }
      const target = result?.ok ? leadTo?.(result.data) : null;
      if (target) router.push(target);
      router.refresh();
    });
  return { busy, run };
}

/** The next step of the offer: finish a draft, make an order of what was accepted. */
export function NextStep({ tenant, offer }: OfferMoveProps) {
  const t = useTranslations('offers.moves');
  const { busy, run } = useMove();
  if (offer.state === 'draft') {
    return (
      <Button
        look="primary"
        icon={IconChecklist}
        busy={busy}
        title={t('sendHint')}
        onClick={() => run(() => sendOfferAction(tenant, offer.id, offer.version))}
      >
        {t('send')}
      </Button>
    );
  }
  if (offer.state !== 'accepted' || offer.orderId) return null;
  return (
    <Button
      look="primary"
      icon={IconShoppingCart}
      busy={busy}
      onClick={() =>
        run(
          () => orderOfferAction(tenant, offer.id),
          ({ orderId }) => orderId && `/${tenant}/orders/${orderId}`,
        )
      }
    >
      {t('order')}
    </Button>
  );
}

/** What else can be done with the offer as it stands. */
export function OtherMoves({ tenant, offer }: OfferMoveProps) {
  const t = useTranslations('offers.moves');
  const { busy, run } = useMove();
  return (
    <>
      {canMove(offer.state, 'accept') && <RecordAnswer tenant={tenant} offerId={offer.id} />}
      {isRevisable(offer.state) && !offer.revised && (
        <Button
          icon={IconPencilPlus}
          busy={busy}
          onClick={() =>
            run(
              () => reviseOfferAction(tenant, offer.id),
              ({ id }) => `/${tenant}/offers/${id}/edit`,
            )
          }
        >
          {t('revise')}
        </Button>
      )}
      {canMove(offer.state, 'withdraw') && (
        <ConfirmButton
          icon={IconArrowBackUp}
          label={t('withdraw')}
          confirm={t('withdrawNow')}
          dismiss={t('keep')}
          busy={busy}
          onConfirm={() => run(() => withdrawOfferAction(tenant, offer.id, offer.version))}
        />
      )}
      {canMove(offer.state, 'delete') && (
        <ConfirmButton
          icon={IconTrash}
          label={t('delete')}
          confirm={t('deleteNow')}
          dismiss={t('keep')}
          busy={busy}
          onConfirm={() =>
            run(
              () => deleteOfferAction(tenant, offer.id, offer.version),
              () => `/${tenant}/offers`,
            )
          }
        />
      )}
    </>
  );
}
