import type { ImportDto } from '@countinghouse/core/imports';
import { IconFileImport, IconShoppingCart } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../../../../ui/button';
import type { Reader } from '../../../../../ui/reader';
import { Figures } from './figures';
import classes from './imports.module.css';
import { ProblemList } from './problem-list';

interface ResultViewProps {
  tenant: string;
  record: ImportDto;
  reader: Reader;
  writes: boolean;
}

type Ended = ResultViewProps & { created: number };

function useHeadline({ state, result }: ImportDto, created: number): { title: string; text: string } {
  const t = useTranslations('imports.done');
  if (state === 'cancelled') {
    return { title: t('cancelled'), text: t(created > 0 ? 'cancelledPart' : 'cancelledNothing') };
  }
  if (created > 0) return { title: t('title'), text: '' };
  return { title: t('same'), text: t(result?.linesRejected ? 'sameRest' : 'sameText') };
}

function NextSteps({ tenant, record, writes, created }: Ended) {
  const t = useTranslations('imports.done');
  return (
    <div className={classes.row}>
      {created > 0 && (
        <ButtonLink
          look="primary"
          icon={IconShoppingCart}
          href={`/${tenant}/orders?importId=${record.id}&archived=all`}
        >
          {t('orders')}
        </ButtonLink>
      )}
      {writes && (
        <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
          {t('another')}
        </ButtonLink>
      )}
    </div>
  );
}

/** What an import has done, to its end or until it was stopped. */
export function ResultView(props: ResultViewProps) {
  const { tenant, record, reader } = props;
  const { result } = record;
  const created = result ? result.ordersCreated.sales + result.ordersCreated.returns : 0;
  const { title, text } = useHeadline(record, created);
  return (
    <div className={classes.stack}>
      <div role="status">
        <h2>{title}</h2>
        {text && <p className={classes.hint}>{text}</p>}
      </div>
      <NextSteps {...props} created={created} />
      {result && (
        <>
          <Figures result={result} numberFormat={reader.numberFormat} />
          <ProblemList tenant={tenant} record={record} reader={reader} />
        </>
      )}
    </div>
  );
}
