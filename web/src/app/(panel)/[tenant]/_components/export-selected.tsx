'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../../../ui/button';
import { useSelection } from '../../../../ui/table/selection';
import { useExport, type ExportedList } from './use-export';

/** Lists that leave archived records out unless they are asked for. */
const withArchive = new Set(['orders', 'customers', 'products']);

/** The selected rows of a list as a file, with the columns and in the order of the screen. */
export function ExportSelected(list: ExportedList) {
  const t = useTranslations('exports');
  const { ids } = useSelection();
  const { ask, busy, failure } = useExport(list);
  const chosen = { ids: ids.join(','), ...(withArchive.has(list.resource) && { archived: 'all' }) };
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => void ask(chosen)}>
        {t('exportSelected')}
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
