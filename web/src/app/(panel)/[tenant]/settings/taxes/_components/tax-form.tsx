'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { needsReason, taxCodes, type TaxCategoryDto, type TaxCode } from '@countinghouse/core/taxes/schemas';
import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AddButton } from '../../../../../../ui/add-button';
import { Button } from '../../../../../../ui/button';
import { DateField } from '../../../../../../ui/form/date-field';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import classes from '../../_components/settings.module.css';
import { createTaxAction, updateTaxAction } from '../actions';
import { emptyRate, taxInput, taxValues, type TaxValues } from './tax-values';

interface TaxFormProps {
  tenant: string;
  today: string;
  edited?: TaxCategoryDto;
}

function useTaxForm({ tenant, today, edited }: TaxFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  return useActionForm<TaxValues, TaxCategoryDto, ReturnType<typeof taxInput>>({
    action: async (input) => {
      const { code, ...patch } = input;
      // Rates of untaxed categories never change.
      const { rates, ...texts } = patch;
      const changed = code === 'S' ? { ...texts, ...(rates && { rates }) } : texts;
      return edited
        ? updateTaxAction(tenant, edited.id, edited.version, changed)
        : createTaxAction(tenant, input);
    },
    initialValues: taxValues(today, edited),
    toInput: taxInput,
    validate: { name: (value) => (value.trim() ? null : t('required')) },
    onSaved: () => {
      router.push(`/${tenant}/settings/taxes`);
      router.refresh();
    },
  });
}

function RateRows({ form, today }: { form: ReturnType<typeof useTaxForm>; today: string }) {
  const t = useTranslations('settings.taxes');
  return (
    <>
      {form.getValues().rates.map((_, index) => (
        <div key={form.key(`rates.${index}`)} className={classes.rate}>
          <TextInput
            label={t('rate')}
            inputMode="decimal"
            maxLength={10}
            key={form.key(`rates.${index}.rate`)}
            {...form.getInputProps(`rates.${index}.rate`)}
          />
          <DateField
            label={t('from')}
            key={form.key(`rates.${index}.validFrom`)}
            {...form.getInputProps(`rates.${index}.validFrom`)}
          />
          <DateField
            label={t('to')}
            key={form.key(`rates.${index}.validTo`)}
            {...form.getInputProps(`rates.${index}.validTo`)}
          />
          <Button look="quiet" icon={IconTrash} iconOnly onClick={() => form.removeListItem('rates', index)}>
            {t('removeRate', { number: index + 1 })}
          </Button>
        </div>
      ))}
      {form.errors['rates'] && <p className={classes.fault}>{form.errors['rates']}</p>}
      <div>
        <AddButton onClick={() => form.insertListItem('rates', emptyRate(today))}>{t('addRate')}</AddButton>
      </div>
    </>
  );
}

/** A tax category: its kind, its name, and its rates with the days on which they hold. */
export function TaxForm(props: TaxFormProps) {
  const { tenant, edited } = props;
  const t = useTranslations('settings');
  const form = useTaxForm(props);
  const [code, setCode] = useState<TaxCode>(edited?.code ?? 'S');
  form.watch('code', ({ value }) => setCode(value));
  return (
    <Form form={form} className={classes.box}>
      <NativeSelect
        label={t('taxes.code')}
        disabled={edited !== undefined}
        data={taxCodes.map((value) => ({ value, label: t(`taxes.codes.${value}`) }))}
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <TextInput
        label={t('taxes.name')}
        description={t('taxes.nameHint')}
        maxLength={80}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      {needsReason(code) && (
        <TextInput
          label={t('taxes.reason')}
          description={t('taxes.reasonHint')}
          maxLength={500}
          key={form.key('exemptionReason')}
          {...form.getInputProps('exemptionReason')}
        />
      )}
      {code === 'S' && <RateRows form={form} today={props.today} />}
      <FormActions busy={form.busy} label={t('save')} cancelHref={`/${tenant}/settings/taxes`}>
        {form.failure?.code === 'stale' && edited && (
          <a href={`/${tenant}/settings/taxes/${edited.id}`}>{t('showNewest')}</a>
        )}
      </FormActions>
    </Form>
  );
}
