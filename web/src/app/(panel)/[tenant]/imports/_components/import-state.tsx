import type { ImportState } from '@countinghouse/core/imports/states';
import { useTranslations } from 'next-intl';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';

const tones: Record<ImportState, Tone> = {
  uploading: 'info',
  inspecting: 'info',
  mapping: 'warn',
  planning: 'info',
  planned: 'warn',
  running: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'off',
};

export function ImportStateLabel({ state }: { state: ImportState }) {
  const t = useTranslations('imports.states');
  return <StatusLabel tone={tones[state]}>{t(state)}</StatusLabel>;
}
