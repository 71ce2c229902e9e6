'use client';

import { TagsInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { Form, FormActions } from '../../../../../ui/form/form';
import { changedFields } from '../../_components/changed-fields';
import type { Choice } from '../../_components/choices';
import { AdjustmentRows } from '../../_components/lines/adjustment-rows';
import type { LineRules } from '../../_components/lines/draft';
import { fieldAt } from '../../_components/lines/field-at';
import { LineItems } from '../../_components/lines/line-items';
import classes from '../../_components/lines/lines.module.css';
import { LinesSum } from '../../_components/lines/lines-sum';
import { useRecordDraft } from '../../_components/lines/use-record-draft';
import { createInvoiceAction, updateInvoiceAction } from '../actions';
import { inputOf, type InvoiceDraft } from './invoice-draft';
import { InvoiceFacts, InvoiceMore } from './invoice-fields';

interface InvoiceFormProps {
  tenant: string;
  /** Names what is kept in this tab. */
  name: string;
  initial: InvoiceDraft;
  rules: LineRules;
  /** The draft that is changed; absent for a new one. */
  edited?: { id: string; version: number };
  languages: readonly Choice[];
  /** The currency in which tax is stated, too. */
  taxCurrency: string;
  cancelHref: string;
}

function useInvoiceDraft({ tenant, name, initial, rules, edited }: InvoiceFormProps) {
  const router = useRouter();
  return useRecordDraft({
    key: `${tenant}/invoice/${edited ? `${edited.id}/${edited.version}` : name}`,
    initial,
    send: (draft) => {
      const input = inputOf(draft, rules);
      if (!edited) return createInvoiceAction(tenant, { ...input, kind: draft.documentKind });
      return updateInvoiceAction(
        tenant,
        edited.id,
        edited.version,
        changedFields(inputOf(initial, rules), input),
      );
    },
    onSaved: (invoice, pressed) => {
      router.push(`/${tenant}/invoices/${invoice.id}${pressed === 'issue' ? '?issue=1' : ''}`);
      router.refresh();
    },
  });
}

/** The form of an invoice or credit note that is not issued yet. Its sheet is looked at before it is issued. */
export function InvoiceForm(props: InvoiceFormProps) {
  const { tenant, rules, edited, languages, taxCurrency, cancelHref } = props;
  const t = useTranslations('invoices.form');
  const tLines = useTranslations('lines');
  const { form, draft, change } = useInvoiceDraft(props);
  const { errors, busy, failure } = form;
  const part = { tenant, draft, rules, errors, change };
  return (
    <Form form={form} className={classes.form}>
      <InvoiceFacts {...part} edited={edited !== undefined} />
      <LineItems {...part} />
      <AdjustmentRows {...part} />
      <section className={classes.rest}>
        <div className={classes.notes}>
          <InvoiceMore {...part} languages={languages} taxCurrency={taxCurrency} />
          <Textarea
            label={t('notes')}
            value={draft.notes}
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
        <LinesSum {...part} />
      </section>
      <div className={classes.buttons}>
        <FormActions busy={busy} label={t(edited ? 'save' : 'saveDraft')} cancelHref={cancelHref}>
          <Button type="submit" value="issue" disabled={busy}>
            {t('saveAndIssue')}
          </Button>
          {failure?.code === 'stale' && edited && (
            <a href={`/${tenant}/invoices/${edited.id}`}>{tLines('showNewest')}</a>
          )}
        </FormActions>
      </div>
    </Form>
  );
}
