import type { ImportState } from '@countinghouse/core/imports/states';
import { useTranslations } from 'next-intl';
import classes from './imports.module.css';

const steps = ['file', 'columns', 'check', 'import'] as const;

const stepOf: Partial<Record<ImportState, (typeof steps)[number]>> = {
  uploading: 'file',
  inspecting: 'file',
  mapping: 'columns',
  planning: 'check',
  planned: 'check',
  running: 'import',
};

/** Where an import is on its way; nothing once it has ended. */
export function Steps({ state }: { state: ImportState }) {
  const t = useTranslations('imports.steps');
  const now = stepOf[state];
  if (!now) return null;
  return (
    <ol className={classes.steps} aria-label={t('label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          <span className={classes.stepNumber}>{index + 1}</span> <span>{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}
