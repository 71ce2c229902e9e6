'use client';

import type { ImportOptions, OrderImportField, OrderMapping } from '@countinghouse/core/imports/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { markUnsaved } from '../../../../../ui/leave/leave-guard';
import { planImportAction } from '../actions';
import { dateChoices, decimalUnclear, missingIn } from './mapping-rules';
import type { MappingSetup } from './setup';

export interface MappingFailure {
  code: string;
  message: string;
  requestId?: string;
}

function withColumn(mapping: OrderMapping, field: OrderImportField, column: number | null): OrderMapping {
  const kept = Object.entries(mapping).filter(([other, taken]) => other !== field && taken !== column);
  return { ...(Object.fromEntries(kept) as OrderMapping), ...(column !== null && { [field]: column }) };
}

/** What is chosen about columns and options, and the way on to the plan. */
export function useMapping(setup: MappingSetup) {
  const { tenant, id, version, format } = setup;
  const t = useTranslations('imports');
  const router = useRouter();
  const [mapping, setMapping] = useState(setup.mapping);
  const [options, setOptions] = useState(setup.options);
  const [checks, setChecks] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<MappingFailure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const identity = useRef({});

  useEffect(() => {
    const mine = identity.current;
    return () => markUnsaved(mine, false);
  }, []);
  useEffect(() => {
    if (checks > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [checks]);

  const change = (patch: Partial<ImportOptions>) => {
    markUnsaved(identity.current, true);
    setOptions((now) => ({ ...now, ...patch }));
  };

  const choose = (field: OrderImportField, column: number | null) => {
    markUnsaved(identity.current, true);
    setMapping((now) => withColumn(now, field, column));
    const facts = column === null ? undefined : format.columns[column];
    if (!facts) return;
    if (field === 'placedAt') {
      const [only, ...others] = facts.dateFormats;
      change({ dateFormat: only && others.length === 0 ? only : null });
    }
    if (field === 'orderNumber') change({ returnPrefix: facts.prefix });
  };

  const missing = missingIn(setup.fields, mapping);
  const dateUnclear = mapping.placedAt !== undefined && options.dateFormat === null;
  const markUnclear = options.decimal === null && decimalUnclear(format, mapping);
  const checked = checks > 0;

  const save = async () => {
    if (busy) return;
    setFailure(null);
    if (missing.size > 0 || dateUnclear || markUnclear) return setChecks((now) => now + 1);
    setBusy(true);
    try {
      const result = await planImportAction(tenant, id, version, { mapping, options });
      if (result.ok) {
        markUnsaved(identity.current, false);
        router.replace(`/${tenant}/imports/${id}`);
        return router.refresh();
      }
      setFailure(result);
    } catch {
      setFailure({ code: 'unavailable', message: t('notReached') });
    }
    setBusy(false);
  };

  return {
    form,
    mapping,
    options,
    choose,
    change,
    save,
    busy,
    failure,
    dates: dateChoices(format, mapping, options),
    faults: {
      missing: checked ? missing : new Set<OrderImportField>(),
      date: checked && dateUnclear,
      decimal: checked && markUnclear,
    },
    asksDecimal: decimalUnclear(format, mapping),
  };
}

export type MappingForm = ReturnType<typeof useMapping>;
