import type { ImportDto } from '@countinghouse/core/imports';
import { importPolicy } from '@countinghouse/core/imports/policy';
import { may } from '@countinghouse/core/platform/permissions';
import { IconFileImport } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { EmptyState } from '../../../../../ui/empty-state';
import { toSnapshot } from '../snapshot';
import { FailureView } from './failure-view';
import { FirstRows } from './first-rows';
import { loadSetup } from './load-setup';
import { MappingForm } from './mapping-form';
import { MoveButton } from './move-button';
import { PlanView } from './plan-view';
import { ResultView } from './result-view';
import { Waiting } from './waiting';

interface ImportStepProps {
  company: Company;
  record: ImportDto;
  /** The person wants back from the plan to the columns. */
  changing: boolean;
}

async function NotArrived({ tenant, id, writes }: { tenant: string; id: string; writes: boolean }) {
  const t = await getTranslations('imports');
  const actions = writes && (
    <>
      <MoveButton tenant={tenant} id={id} move="cancel" />
      <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
        {t('failed.another')}
      </ButtonLink>
    </>
  );
  return (
    <EmptyState icon={IconFileImport} title={t('uploading.title')} actions={actions}>
      {t('uploading.text')}
    </EmptyState>
  );
}

async function Columns({ company, record, writes }: Omit<ImportStepProps, 'changing'> & { writes: boolean }) {
  const setup = await loadSetup(company, record);
  if (!setup) return null;
  if (!writes) return <FirstRows format={setup.format} mapping={setup.mapping} fields={setup.fields} />;
  return (
    <MappingForm
      key={`${record.id} ${record.version}`}
      setup={setup}
      numberFormat={readerOf(company).numberFormat}
    />
  );
}

/** What an import shows and asks for, by its state. */
export function ImportStep({ company, record, changing }: ImportStepProps) {
  const { ctx, tenant } = company;
  const { id, state, plan } = record;
  const reader = readerOf(company);
  const writes = may(ctx.actor, importPolicy.write);
  const common = { tenant: tenant.slug, record, reader, writes };
  if (state === 'uploading') return <NotArrived tenant={tenant.slug} id={id} writes={writes} />;
  if (state === 'inspecting' || state === 'planning' || state === 'running') {
    return (
      <Waiting
        key={state}
        tenant={tenant.slug}
        id={id}
        initial={{ ...toSnapshot(record), state }}
        numberFormat={reader.numberFormat}
        mayCancel={writes}
      />
    );
  }
  if (state === 'mapping' || (state === 'planned' && changing && writes)) {
    return <Columns company={company} record={record} writes={writes} />;
  }
  if (state === 'planned' && plan) {
    const mayStart = importPolicy.start.every((permission) => may(ctx.actor, permission));
    return <PlanView {...common} record={{ ...record, plan }} mayStart={mayStart} />;
  }
  return state === 'failed' ? <FailureView {...common} /> : <ResultView {...common} />;
}
