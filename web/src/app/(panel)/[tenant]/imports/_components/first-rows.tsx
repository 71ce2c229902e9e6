import type { ImportFormat, OrderMapping } from '@countinghouse/core/imports/schemas';
import { useTranslations } from 'next-intl';
import classes from './imports.module.css';
import type { FieldChoice } from './setup';

interface FirstRowsProps {
  format: ImportFormat;
  mapping: OrderMapping;
  fields: readonly FieldChoice[];
}

const SHOWN = 8;

/** The beginning of the file as a table; above each column stands what it means. */
export function FirstRows({ format: { header, sample }, mapping, fields }: FirstRowsProps) {
  const t = useTranslations('imports');
  const meaning = new Map(fields.map(({ field, label }) => [mapping[field], label]));
  return (
    <div className={classes.scroll} role="region" aria-label={t('mapping.firstRows')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {header.map((name, index) => (
              <th key={index} scope="col" data-used={meaning.has(index) || undefined}>
                {name || t('unnamed', { number: String(index + 1) })}
                <span>{meaning.get(index) ?? t('mapping.unused')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, SHOWN).map((row, line) => (
            <tr key={line}>
              {header.map((_, index) => (
                <td key={index} data-used={meaning.has(index) || undefined}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
