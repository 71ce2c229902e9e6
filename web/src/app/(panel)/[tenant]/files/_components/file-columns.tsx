import type { FileDto } from '@countinghouse/core/files/schemas';
import { getTranslations } from 'next-intl/server';
import { showTime, type Reader } from '../../../../../ui/reader';
import type { RowShape } from '../../../../../ui/table/types';

/** How a file looks in the list of all files; a row opens the file, its record has a link of its own. */
export async function fileShape(
  tenant: string,
  reader: Reader,
  names: ReadonlyMap<string, string>,
): Promise<RowShape<FileDto>> {
  const t = await getTranslations('files');
  const now = new Date();
  const subject = ({ subjectType, subjectId }: FileDto) => (
    <a href={`/${tenant}/${subjectType}s/${subjectId}`}>
      {t(`subject.${subjectType}`, { name: names.get(subjectId) ?? '' })}
    </a>
  );
  return {
    columns: [
      { key: 'name', label: t('columns.name'), cell: (row) => row.name, card: 'title' },
      { key: 'subject', label: t('columns.subject'), cell: subject, card: 'detail' },
      {
        key: 'createdAt',
        label: t('columns.createdAt'),
        cell: (row) => showTime(row.createdAt, reader, now),
        card: 'status',
        quiet: true,
      },
      {
        key: 'bytes',
        label: t('columns.bytes'),
        cell: (row) => t('size', { kilobytes: Math.ceil(Number(row.bytes) / 1024) }),
        align: 'end',
        card: 'amount',
        quiet: true,
      },
    ],
    id: (row) => row.id,
    href: (row) => `/${tenant}/files/${row.id}`,
  };
}
