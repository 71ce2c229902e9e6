'use client';

import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { CompanyProfileDto, UpdateCompanyProfileInput } from '@countinghouse/core/company/schemas';
import type { DocumentKind, DocumentPage } from '@countinghouse/core/documents/schemas';
import { formatMoney, type NumberFormat } from '@countinghouse/core/platform/money';
import type { Language } from '@countinghouse/core/platform/time';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { DocumentSheet } from '../../../../../../ui/document-sheet/document-sheet';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateProfileAction } from '../../company/actions';
import { roundingSteps, toInput, valuesOf, type AllTexts, type DocumentValues } from './document-values';
import { LogoBox } from './logo-box';
import { TextFields } from './text-fields';
import { usePreview } from './use-preview';

interface DocumentSettingsProps {
  tenant: string;
  profile: CompanyProfileDto;
  standard: AllTexts;
  language: Language;
  currency: string;
  currencies: string[];
  numberFormat: NumberFormat;
  logo: string | undefined;
  preview: DocumentPage;
  mayChange: boolean;
}

const inRange = (text: string, least: number, most: number) =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

function useDocumentForm({ tenant, profile, standard }: DocumentSettingsProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const version = useRef(profile.version);
  const days = (least: number, most: number) => (text: string) =>
    inRange(text, least, most) ? null : t('documents.daysBetween', { least, most });
  const form = useActionForm<DocumentValues, CompanyProfileDto, UpdateCompanyProfileInput>({
    action: (input) => updateProfileAction(tenant, version.current, input),
    initialValues: valuesOf(profile, standard),
    toInput,
    validate: { paymentTermsDays: days(0, 365), offerValidDays: days(1, 3650) },
    onSaved: (saved) => {
      version.current = saved.version;
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  return { form, version };
}

function Facts({
  form,
  ...props
}: DocumentSettingsProps & { form: ReturnType<typeof useDocumentForm>['form'] }) {
  const t = useTranslations('settings.documents');
  const { profile, currency, currencies, numberFormat } = props;
  const field = (path: string) => ({ key: form.key(path), ...form.getInputProps(path) });
  const { key: colorKey, ...color } = field('color');
  const { key: paperKey, ...paper } = field('paper');
  const { key: termsKey, ...terms } = field('paymentTermsDays');
  const { key: validKey, ...valid } = field('offerValidDays');
  const { key: roundingKey, ...rounding } = field('cashRoundingMinor');
  const { key: taxKey, ...tax } = field('taxCurrency');
  return (
    <>
      <div className={classes.pair}>
        <TextInput type="color" label={t('color')} key={colorKey} {...color} />
        <NativeSelect
          label={t('paper')}
          data={[
            { value: 'a4', label: 'A4' },
            { value: 'letter', label: 'Letter' },
          ]}
          key={paperKey}
          {...paper}
        />
        <TextInput label={t('terms')} inputMode="numeric" maxLength={3} key={termsKey} {...terms} />
        <TextInput label={t('valid')} inputMode="numeric" maxLength={4} key={validKey} {...valid} />
        <NativeSelect
          label={t('rounding')}
          description={t('roundingHint')}
          data={roundingSteps(profile.cashRoundingMinor).map((value) => ({
            value,
            label: value === '1' ? t('noRounding') : formatMoney(BigInt(value), currency, { numberFormat }),
          }))}
          key={roundingKey}
          {...rounding}
        />
        <NativeSelect
          label={t('taxCurrency')}
          description={t('taxCurrencyHint')}
          data={[{ value: '', label: t('ownCurrency', { currency }) }, ...currencies]}
          key={taxKey}
          {...tax}
        />
      </div>
      <Checkbox
        label={t('strict')}
        description={t('strictHint')}
        key={form.key('strictEInvoices')}
        {...form.getInputProps('strictEInvoices', { type: 'checkbox' })}
      />
    </>
  );
}

/** How documents look and what they say, beside a sample that follows every change. */
export function DocumentSettings(props: DocumentSettingsProps) {
  const { tenant, profile, standard, mayChange } = props;
  const t = useTranslations('settings');
  const { form, version } = useDocumentForm(props);
  const [shown, setShown] = useState<{ language: Language; kind: DocumentKind }>({
    language: props.language,
    kind: 'invoice',
  });
  const { page, refresh } = usePreview(tenant, props.preview);
  const chosen = useRef(shown);
  const update = (again = false) => refresh({ ...chosen.current, values: toInput(form.getValues()) }, again);
  const show = (what: typeof shown) => {
    chosen.current = what;
    setShown(what);
    update();
  };
  // A text that cannot be saved may be one that is not on screen.
  const wrong = form.failure?.errors.find(({ path }) => path.startsWith('texts.'))?.path;
  useEffect(() => {
    const [, language, kind] = wrong?.split('.') ?? [];
    if (!language || !kind) return;
    chosen.current = { language: language as Language, kind: kind as DocumentKind };
    setShown(chosen.current);
  }, [wrong]);
  return (
    <div className={classes.beside}>
      <div className={classes.content}>
        <LogoBox
          tenant={tenant}
          version={version}
          logo={props.logo}
          mayChange={mayChange}
          onChanged={() => update(true)}
        />
        <div onChange={() => update()}>
          <Form form={form} className={classes.box}>
            <fieldset className={classes.fields} disabled={!mayChange}>
              <Facts form={form} {...props} profile={profile} />
            </fieldset>
            <TextFields
              form={form}
              standard={standard}
              language={shown.language}
              kind={shown.kind}
              onShow={show}
              onChanged={() => update()}
              mayChange={mayChange}
            />
            <p className={classes.hint}>{mayChange ? t('identity.stamped') : t('readOnly')}</p>
            {mayChange && (
              <FormActions busy={form.busy} label={t('save')}>
                {form.failure?.code === 'stale' && (
                  <a href={`/${tenant}/settings/documents`}>{t('showNewest')}</a>
                )}
              </FormActions>
            )}
          </Form>
        </div>
      </div>
      <section className={classes.preview} aria-label={t('documents.preview')}>
        <p className={classes.hint}>{t('documents.previewText')}</p>
        <DocumentSheet html={page.html} css={page.css} title={page.title} paper={page.paper} />
      </section>
    </div>
  );
}
