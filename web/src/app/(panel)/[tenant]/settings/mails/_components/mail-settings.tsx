'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  fillText,
  mailTemplates,
  type CompanyProfileDto,
  type MailTemplate,
  type MailText,
  type Placeholder,
  type UpdateCompanyProfileInput,
} from '@countinghouse/core/company/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { languageNames } from '../../../../../../i18n/language';
import { Button } from '../../../../../../ui/button';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import { PlaceholderList } from '../../_components/placeholder-list';
import classes from '../../_components/settings.module.css';
import { useInsertion } from '../../_components/use-insertion';
import { updateProfileAction } from '../../company/actions';

export type SampleValues = Record<Placeholder, string>;
type AllMails = Record<Language, Record<MailTemplate, MailText>>;

interface MailSettingsProps {
  tenant: string;
  profile: CompanyProfileDto;
  standard: AllMails;
  language: Language;
  samples: Record<Language, SampleValues>;
  mayChange: boolean;
}

function mailsNow({ mailTemplates: own }: CompanyProfileDto, standard: AllMails): AllMails {
  const perLanguage = languages.map((language) => [
    language,
    Object.fromEntries(
      mailTemplates.map((name) => [name, { ...(own[language]?.[name] ?? standard[language][name]) }]),
    ),
  ]);
  return Object.fromEntries(perLanguage) as AllMails;
}

const valuesOf = (profile: CompanyProfileDto, standard: AllMails) => ({
  mailFromName: profile.mailFromName ?? '',
  mailReplyTo: profile.mailReplyTo ?? '',
  mailTemplates: mailsNow(profile, standard),
});
type Values = ReturnType<typeof valuesOf>;

function useMailForm({ tenant, profile, standard }: MailSettingsProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const version = useRef(profile.version);
  return useActionForm<Values, CompanyProfileDto, UpdateCompanyProfileInput>({
    action: (input) => updateProfileAction(tenant, version.current, input),
    initialValues: valuesOf(profile, standard),
    toInput: (values) => ({ ...values, mailReplyTo: values.mailReplyTo.trim() || null }),
    onSaved: (saved) => {
      version.current = saved.version;
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
}

interface ShownMailProps {
  mail: MailText;
  sender: string;
  replyTo: string;
  values: SampleValues;
}

/** The mail as the customer would read it. */
function ShownMail({ mail, sender, replyTo, values }: ShownMailProps) {
  const t = useTranslations('settings.mailTexts');
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <p className={classes.hint}>{t('previewText')}</p>
      <div className={classes.mail}>
        <dl>
          <dt>{t('from')}</dt>
          <dd>{sender || values.company}</dd>
          {replyTo && (
            <>
              <dt>{t('replyTo')}</dt>
              <dd>{replyTo}</dd>
            </>
          )}
          <dt>{t('subject')}</dt>
          <dd>{fillText(mail.subject, values)}</dd>
        </dl>
        <p>{fillText(mail.text, values)}</p>
      </div>
    </section>
  );
}

/** Who mails come from, and what they say in each language, beside the mail that it makes. */
export function MailSettings(props: MailSettingsProps) {
  const { tenant, standard, samples, mayChange } = props;
  const t = useTranslations('settings');
  const form = useMailForm(props);
  const [language, setLanguage] = useState(props.language);
  const [name, setName] = useState<MailTemplate>('invoice');
  const [typed, setTyped] = useState(() => valuesOf(props.profile, standard));
  const follow = () => setTyped({ ...form.getValues() });
  const path = `mailTemplates.${language}.${name}`;
  const set = (field: string, value: string) => {
    form.setFieldValue(field as never, value);
    follow();
  };
  const { onFocus, insert } = useInsertion(set);
  // A mail that cannot be saved may be one that is not on screen.
  const wrong = form.failure?.errors.find((error) => error.path.startsWith('mailTemplates.'))?.path;
  useEffect(() => {
    const [, inLanguage, ofName] = wrong?.split('.') ?? [];
    if (!inLanguage || !ofName) return;
    setLanguage(inLanguage as Language);
    setName(ofName as MailTemplate);
  }, [wrong]);
  const useStandard = () => {
    set(`${path}.subject`, standard[language][name].subject);
    set(`${path}.text`, standard[language][name].text);
  };
  return (
    <div className={classes.beside}>
      <div onChange={follow}>
        <Form form={form} className={classes.box}>
          <fieldset className={classes.fields} disabled={!mayChange}>
            <div className={classes.pair}>
              <TextInput
                label={t('mailTexts.sender')}
                description={t('mailTexts.senderHint')}
                maxLength={80}
                key={form.key('mailFromName')}
                {...form.getInputProps('mailFromName')}
              />
              <TextInput
                label={t('mailTexts.replyTo')}
                description={t('mailTexts.replyToHint')}
                type="email"
                maxLength={254}
                key={form.key('mailReplyTo')}
                {...form.getInputProps('mailReplyTo')}
              />
            </div>
          </fieldset>
          <div className={classes.pair}>
            <NativeSelect
              label={t('documents.language')}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value as Language)}
            />
            <NativeSelect
              label={t('mailTexts.template')}
              data={mailTemplates.map((value) => ({ value, label: t(`documents.kinds.${value}`) }))}
              value={name}
              onChange={(event) => setName(event.currentTarget.value as MailTemplate)}
            />
          </div>
          <fieldset className={classes.fields} disabled={!mayChange} onFocus={onFocus}>
            <TextInput
              label={t('mailTexts.subject')}
              maxLength={200}
              key={form.key(`${path}.subject`)}
              {...form.getInputProps(`${path}.subject`)}
            />
            <Textarea
              label={t('mailTexts.text')}
              autosize
              minRows={8}
              maxRows={20}
              maxLength={5000}
              key={form.key(`${path}.text`)}
              {...form.getInputProps(`${path}.text`)}
            />
            {mayChange && (
              <>
                <PlaceholderList onPick={insert} disabled={!mayChange} />
                <div>
                  <Button look="quiet" onClick={useStandard}>
                    {t('documents.useStandard')}
                  </Button>
                </div>
              </>
            )}
          </fieldset>
          {!mayChange && <p className={classes.hint}>{t('readOnly')}</p>}
          {mayChange && (
            <FormActions busy={form.busy} label={t('save')}>
              {form.failure?.code === 'stale' && <a href={`/${tenant}/settings/mails`}>{t('showNewest')}</a>}
            </FormActions>
          )}
        </Form>
      </div>
      <ShownMail
        mail={typed.mailTemplates[language][name]}
        sender={typed.mailFromName.trim()}
        replyTo={typed.mailReplyTo.trim()}
        values={samples[language]}
      />
    </div>
  );
}
