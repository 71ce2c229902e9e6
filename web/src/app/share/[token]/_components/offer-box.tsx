import type { SharedOffer } from '@countinghouse/core/sharing';
import type { Language } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { AnswerForm } from './answer-form';
import type { Writing } from './writing';
import classes from '../share.module.css';

interface OfferBoxProps {
  token: string;
  offer: SharedOffer;
  language: Language;
  writing: Writing;
}

/** How the offer stands, and the way to answer it while it can be answered. */
export async function OfferBox({ token, offer, language, writing }: OfferBoxProps) {
  const t = await getTranslations({ locale: language, namespace: 'share' });
  const { answer, state, validUntil } = offer;
  if (answer) {
    const values = { name: answer.name, when: writing.instant(answer.at) };
    return <p className={classes.text}>{t(`offer.${answer.answer}By`, values)}</p>;
  }
  if (state !== 'sent') return <p className={classes.text}>{t(`offer.over.${state}`)}</p>;
  return (
    <>
      {validUntil && (
        <p className={classes.text}>{t('offer.validUntil', { date: writing.date(validUntil) })}</p>
      )}
      <AnswerForm
        token={token}
        texts={{
          name: t('offer.name'),
          comment: t('offer.comment'),
          hint: t('offer.hint'),
          accept: t('offer.accept'),
          decline: t('offer.decline'),
          declineNow: t('offer.declineNow'),
          back: t('offer.back'),
          unreachable: t('unreachable'),
        }}
      />
    </>
  );
}
