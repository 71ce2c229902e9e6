'use client';

import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { languages } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { DateField } from '../../../../../ui/form/date-field';
import { Form, FormActions } from '../../../../../ui/form/form';
import { AdjustmentRows } from '../../_components/lines/adjustment-rows';
import { CustomerField } from '../../_components/lines/customer-field';
import type { LineRules } from '../../_components/lines/draft';
import { fieldAt } from '../../_components/lines/field-at';
import { LineItems } from '../../_components/lines/line-items';
import classes from '../../_components/lines/lines.module.css';
import { LinesSum } from '../../_components/lines/lines-sum';
import { useRecordDraft } from '../../_components/lines/use-record-draft';
import { createOfferAction, sendOfferAction, updateOfferAction } from '../actions';
import { inputOf, languageOf, type OfferDraft } from './offer-draft';

interface OfferFormProps {
  tenant: string;
  initial: OfferDraft;
  rules: LineRules;
  /** Days that offers of the company hold. */
  validDays: number;
  /** The draft that is changed; absent for a new one. */
  edited?: { id: string; version: number };
  cancelHref: string;
}

interface PartProps {
  tenant: string;
  draft: OfferDraft;
  errors: Record<string, string>;
  change: (patch: Partial<OfferDraft>) => void;
}

function Facts({ validDays, ...part }: PartProps & { validDays: number }) {
  const t = useTranslations('offers');
  const tLines = useTranslations('lines');
  const { draft, errors, change } = part;
  return (
    <section className={classes.facts}>
      <CustomerField {...part} required />
      <DateField
        label={t('form.validUntil')}
        description={t('form.validHint', { days: validDays })}
        value={draft.validUntil}
        onChange={(validUntil) => change({ validUntil })}
        {...fieldAt(errors, 'validUntil')}
      />
      <TextInput
        label={t('form.buyerReference')}
        value={draft.buyerReference}
        maxLength={120}
        onChange={(event) => change({ buyerReference: event.currentTarget.value })}
        {...fieldAt(errors, 'buyerReference')}
      />
      <TextInput
        label={tLines('currency')}
        value={draft.currency}
        maxLength={3}
        onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
        {...fieldAt(errors, 'currency')}
      />
      <Select
        label={t('form.language')}
        value={draft.language}
        data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={(language) => change({ language: languageOf(language ?? '') })}
        allowDeselect={false}
      />
    </section>
  );
}

function Texts({ draft, errors, change }: PartProps) {
  const t = useTranslations('offers.form');
  const tLines = useTranslations('lines');
  return (
    <div className={classes.notes}>
      {(['intro', 'outro'] as const).map((name) => (
        <Textarea
          key={name}
          label={t(name)}
          value={draft[name]}
          maxLength={2_000}
          autosize
          minRows={2}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
          {...fieldAt(errors, name)}
        />
      ))}
      <Textarea
        label={tLines('notes')}
        description={t('internal')}
        value={draft.notes}
        autosize
        minRows={2}
        onChange={(event) => change({ notes: event.currentTarget.value })}
        {...fieldAt(errors, 'notes')}
      />
      <TagsInput
        label={tLines('tags')}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
        maxTags={30}
        {...fieldAt(errors, 'tags')}
      />
    </div>
  );
}

function useOfferDraft({ tenant, initial, rules, edited }: OfferFormProps) {
  const router = useRouter();
  return useRecordDraft({
    key: `${tenant}/offer/${edited ? `${edited.id}/${edited.version}` : 'new'}`,
    initial,
    send: async (draft, pressed) => {
      const input = inputOf(draft, rules);
      const saved = edited
        ? await updateOfferAction(tenant, edited.id, edited.version, input)
        : await createOfferAction(tenant, input);
      // What was saved stays saved: where it cannot be finished yet, its page says why.
      if (saved.ok && pressed === 'send') await sendOfferAction(tenant, saved.data.id, saved.data.version);
      return saved;
    },
    onSaved: (offer) => {
      router.push(`/${tenant}/offers/${offer.id}`);
      router.refresh();
    },
  });
}

/** The form of an offer, new or changed. Amounts are shown while typing; the server computes the ones that count. */
export function OfferForm(props: OfferFormProps) {
  const { tenant, rules, edited, cancelHref, validDays } = props;
  const t = useTranslations('offers.form');
  const tLines = useTranslations('lines');
  const { form, draft, change } = useOfferDraft(props);
  const { errors, busy, failure } = form;
  const part = { tenant, draft, rules, errors, change };
  return (
    <Form form={form} className={classes.form}>
      <Facts {...part} validDays={validDays} />
      <LineItems {...part} />
      <AdjustmentRows {...part} />
      <section className={classes.rest}>
        <Texts {...part} />
        <LinesSum {...part} />
      </section>
      <div className={classes.buttons}>
        <FormActions busy={busy} label={t('save')} cancelHref={cancelHref}>
          <Button type="submit" value="send" disabled={busy}>
            {t('saveAndSend')}
          </Button>
          {failure?.code === 'stale' && edited && (
            <a href={`/${tenant}/offers/${edited.id}`}>{tLines('showNewest')}</a>
          )}
        </FormActions>
      </div>
    </Form>
  );
}
