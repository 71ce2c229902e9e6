'use client';

import { NativeSelect, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { documentKinds, type DocumentKind } from '@countinghouse/core/documents/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import { languageNames } from '../../../../../../i18n/language';
import { Button } from '../../../../../../ui/button';
import { PlaceholderList } from '../../_components/placeholder-list';
import classes from '../../_components/settings.module.css';
import { useInsertion } from '../../_components/use-insertion';
import type { AllTexts, DocumentValues } from './document-values';

interface TextFieldsProps {
  form: Pick<UseFormReturnType<DocumentValues>, 'key' | 'getInputProps' | 'setFieldValue'>;
  standard: AllTexts;
  language: Language;
  kind: DocumentKind;
  onShow: (what: { language: Language; kind: DocumentKind }) => void;
  onChanged: () => void;
  mayChange: boolean;
}

const parts = ['intro', 'outro', 'terms', 'footer'] as const;

/** The texts of one kind of document in one language. */
export function TextFields({
  form,
  standard,
  language,
  kind,
  onShow,
  onChanged,
  mayChange,
}: TextFieldsProps) {
  const t = useTranslations('settings.documents');
  const set = (path: string, value: string) => {
    form.setFieldValue(path as never, value);
    onChanged();
  };
  const { onFocus, insert } = useInsertion(set);
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t('language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(event) => onShow({ language: event.currentTarget.value as Language, kind })}
        />
        <NativeSelect
          label={t('kind')}
          data={documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(event) => onShow({ language, kind: event.currentTarget.value as DocumentKind })}
        />
      </div>
      <fieldset className={classes.fields} disabled={!mayChange} onFocus={onFocus}>
        {parts.map((part) => {
          const path = `texts.${language}.${kind}.${part}`;
          return (
            <Textarea
              key={form.key(path)}
              label={t(`parts.${part}`)}
              autosize
              minRows={part === 'intro' ? 2 : 1}
              maxRows={8}
              maxLength={part === 'intro' || part === 'outro' ? 2000 : 1000}
              {...form.getInputProps(path)}
            />
          );
        })}
        {mayChange && (
          <>
            <PlaceholderList onPick={insert} disabled={!mayChange} />
            <div>
              <Button
                look="quiet"
                onClick={() =>
                  parts.forEach((part) =>
                    set(`texts.${language}.${kind}.${part}`, standard[language][kind][part]),
                  )
                }
              >
                {t('useStandard')}
              </Button>
            </div>
          </>
        )}
      </fieldset>
    </>
  );
}
