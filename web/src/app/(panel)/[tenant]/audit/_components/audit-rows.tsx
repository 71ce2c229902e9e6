import type { AuditLine } from '@countinghouse/core/audit-log';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from './audit.module.css';
import { changeText } from './change-text';

interface AuditRowsProps {
  lines: readonly AuditLine[];
  reader: Reader;
}

function useWords() {
  const t = useTranslations('audit');
  const word = (group: 'entities' | 'verbs' | 'fields', name: string) => {
    const key = `${group}.${name}`;
    return t.has(key as never) ? t(key as never) : name;
  };
  return { t, word };
}

function Changes({ line, reader }: { line: AuditLine; reader: Reader }) {
  const { t, word } = useWords();
  const words = { yes: t('yes'), no: t('no'), nothing: t('nothing') };
  const changes = Object.entries(line.changes);
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(([field, { from, to }]) => (
        <div key={field}>
          <dt>{word('fields', field)}</dt>
          <dd>
            {from !== undefined && (
              <>
                <del>{changeText(from, reader, words)}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins>{changeText(to, reader, words)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines of the log: when, who, what to what, and what it was before and after. */
export function AuditRows({ lines, reader }: AuditRowsProps) {
  const { t, word } = useWords();
  return lines.map((line) => (
    <tr key={line.id}>
      <td className={classes.when}>
        <time dateTime={line.at}>{showTime(line.at, reader)}</time>
      </td>
      <td className={classes.actor}>
        {line.actor.name}
        {line.actor.type !== 'user' && <span>{t(`actors.${line.actor.type}`)}</span>}
        {line.ip && <span>{line.ip}</span>}
      </td>
      <td>
        <a href={`?entity=${line.entityType}&id=${line.entityId}`} title={t('onlyThis')}>
          {line.entityName ?? word('entities', line.entityType)}
        </a>
        <span>
          {word('entities', line.entityType)}: {word('verbs', line.action.split('.').slice(1).join('.'))}
        </span>
      </td>
      <td>
        <Changes line={line} reader={reader} />
      </td>
    </tr>
  ));
}
