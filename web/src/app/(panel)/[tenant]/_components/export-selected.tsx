'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../../../ui/button';
import { useSelection } from '../../../../ui/table/selection';
import { useExport, type ExportedList } from './use-export';

/** The selected rows of a list as a file, with the columns and in the order of the screen. */
export function ExportSelected(list: ExportedList) {
  const t = useTranslations('exports');
  const { ids } = useSelection();
  const { ask, busy, failure } = useExport(list);
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => void ask({ ids: ids.join(','), archived: 'all' })}>
        {t('exportSelected')}
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
