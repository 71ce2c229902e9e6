import type { DocumentDto } from '@countinghouse/core/documents/schemas';
import { useTranslations } from 'next-intl';
import classes from './invoice-page.module.css';

const short = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-4)}`;

/** What is known of the frozen document itself. */
export function DocumentFacts({ document }: { document: DocumentDto }) {
  const t = useTranslations('invoices.document');
  const { pdf, contentHash } = document;
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>{t('format')}</dt>
          <dd>PDF + Factur-X</dd>
        </div>
        <div>
          <dt>{t('pdf')}</dt>
          <dd>{pdf.state === 'ready' ? t('pages', { count: pdf.pages ?? 1 }) : t(pdf.state)}</dd>
        </div>
        <div>
          <dt>{t('fingerprint')}</dt>
          <dd title={contentHash}>
            <code>{short(contentHash)}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
