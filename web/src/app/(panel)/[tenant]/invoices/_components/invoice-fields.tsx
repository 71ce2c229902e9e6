'use client';

import { languages } from '@countinghouse/core/platform/time';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DateField } from '../../../../../ui/form/date-field';
import type { Choice } from '../../_components/choices';
import { CustomerField } from '../../_components/lines/customer-field';
import { fieldAt } from '../../_components/lines/field-at';
import type { InvoiceDraft } from './invoice-draft';
import classes from './invoice-form.module.css';

interface FieldsProps {
  tenant: string;
  draft: InvoiceDraft;
  errors: Record<string, string>;
  change: (patch: Partial<InvoiceDraft>) => void;
}

type TextField = {
  [Key in keyof InvoiceDraft]: InvoiceDraft[Key] extends string ? Key : never;
}[Exclude<keyof InvoiceDraft, 'documentKind' | 'language'>];

/** The ways in which a field of text is bound to the draft. */
const bound = ({ draft, errors, change }: FieldsProps, name: TextField) => ({
  value: draft[name],
  onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  ...fieldAt(errors, name),
});

const dated = ({ draft, errors, change }: FieldsProps, name: TextField) => ({
  value: draft[name],
  onChange: (value: string) => change({ [name]: value }),
  ...fieldAt(errors, name),
});

/** Who it is for, and when. */
export function InvoiceFacts({ edited, ...props }: FieldsProps & { edited: boolean }) {
  const t = useTranslations('invoices.form');
  const { draft, errors, change } = props;
  return (
    <section className={classes.facts}>
      <CustomerField {...props} />
      <DateField label={t('issueDate')} description={t('issueDateHint')} {...dated(props, 'issueDate')} />
      <DateField label={t('dueDate')} description={t('dueDateHint')} {...dated(props, 'dueDate')} />
      <DateField label={t('deliveryFrom')} {...dated(props, 'deliveryFrom')} />
      <CurrencyField {...props} />
      {!edited && (
        <Select
          label={t('kind')}
          value={draft.documentKind}
          data={[
            { value: 'invoice', label: t('invoice') },
            { value: 'credit_note', label: t('creditNote') },
          ]}
          onChange={(kind) => change({ documentKind: kind === 'credit_note' ? 'credit_note' : 'invoice' })}
          allowDeselect={false}
          {...fieldAt(errors, 'kind')}
        />
      )}
    </section>
  );
}

function CurrencyField(props: FieldsProps) {
  const tLines = useTranslations('lines');
  const field = bound(props, 'currency');
  return (
    <TextInput
      label={tLines('currency')}
      maxLength={3}
      {...field}
      onChange={(event) => props.change({ currency: event.currentTarget.value.toUpperCase() })}
    />
  );
}

const inside = [
  'deliveryTo',
  'paymentTermsDays',
  'buyerReference',
  'orderReference',
  'language',
  'intro',
  'outro',
];

function ExchangeRate(props: FieldsProps & { taxCurrency: string }) {
  const t = useTranslations('invoices.form');
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('exchangeRate', { currency: props.draft.currency, taxCurrency: props.taxCurrency })}
        inputMode="decimal"
        {...bound(props, 'exchangeRate')}
      />
      <DateField label={t('exchangeRateDate')} {...dated(props, 'exchangeRateDate')} />
      <TextInput
        label={t('exchangeRateSource')}
        placeholder={t('exchangeRateSourceHint')}
        maxLength={80}
        {...bound(props, 'exchangeRateSource')}
      />
    </div>
  );
}

interface MoreProps extends FieldsProps {
  languages: readonly Choice[];
  taxCurrency: string;
}

/** What most invoices do without: references, terms, texts. Open where something is in it or wrong with it. */
export function InvoiceMore({ languages: choices, taxCurrency, ...props }: MoreProps) {
  const t = useTranslations('invoices.form');
  const { draft, errors, change } = props;
  const isFilled =
    Boolean(draft.deliveryTo || draft.buyerReference || draft.orderReference || draft.intro || draft.outro) ||
    inside.some((name) => errors[name]);
  return (
    <>
      {draft.currency.length === 3 && draft.currency !== taxCurrency && (
        <ExchangeRate {...props} taxCurrency={taxCurrency} />
      )}
      <details className={classes.more} open={isFilled || undefined}>
        <summary>{t('more')}</summary>
        <div className={classes.pair}>
          <DateField label={t('deliveryTo')} {...dated(props, 'deliveryTo')} />
          <TextInput
            label={t('paymentTermsDays')}
            description={t('paymentTermsHint')}
            inputMode="numeric"
            maxLength={3}
            {...bound(props, 'paymentTermsDays')}
          />
          <TextInput label={t('buyerReference')} maxLength={120} {...bound(props, 'buyerReference')} />
          <TextInput label={t('orderReference')} maxLength={120} {...bound(props, 'orderReference')} />
          <Select
            label={t('language')}
            placeholder={t('languageHint')}
            value={draft.language || null}
            data={[...choices]}
            onChange={(chosen) => change({ language: languages.find((each) => each === chosen) ?? '' })}
            {...fieldAt(errors, 'language')}
          />
        </div>
        <Textarea label={t('intro')} autosize minRows={2} {...bound(props, 'intro')} />
        <Textarea label={t('outro')} autosize minRows={2} {...bound(props, 'outro')} />
      </details>
    </>
  );
}
