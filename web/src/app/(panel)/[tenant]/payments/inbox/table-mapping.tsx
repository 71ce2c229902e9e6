'use client';

import { MultiSelect, Select } from '@mantine/core';
import type { BankCsvMapping, BankTableDto } from '@countinghouse/core/bank-statements/schemas';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import classes from '../_components/payments.module.css';
import type { AccountChoice } from './drop-bank-file';

interface TableMappingProps {
  table: BankTableDto;
  accounts: readonly AccountChoice[];
  busy: boolean;
  onChosen: (mapping: BankCsvMapping, bankAccountId: string | undefined) => void;
  onDismiss: () => void;
}

const single = [
  'day',
  'amount',
  'credit',
  'debit',
  'side',
  'name',
  'account',
  'currency',
  'endToEndId',
  'bankReference',
] as const;
type Single = (typeof single)[number];

const blank: BankCsvMapping = { day: 0, remittance: [], dateFormat: 'dmy', decimal: null };
const dateFormats = ['dmy', 'ymd', 'mdy', 'serial'] as const;

/** The first rows of the file, with the meaning of each column beside them. */
function FirstRows({ table }: { table: BankTableDto }) {
  const t = useTranslations('payments.mapping');
  return (
    <div className={classes.scroll} role="region" aria-label={t('rows')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.header.map((name, index) => (
              <th key={index}>{name || `${index + 1}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, 4).map((cells, row) => (
            <tr key={row}>
              {table.header.map((_, index) => (
                <td key={index}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the columns of a table mean; guessed, to be corrected, and remembered for the next file. */
export function TableMapping({ table, accounts, busy, onChosen, onDismiss }: TableMappingProps) {
  const t = useTranslations('payments.mapping');
  const [mapping, setMapping] = useState(table.mapping ?? blank);
  const [account, setAccount] = useState(table.bankAccountId);
  const columns = table.header.map((name, index) => ({
    value: String(index),
    label: name || String(index + 1),
  }));
  const set = (role: Single, value: string | null) => {
    const { [role]: _, ...rest } = mapping;
    setMapping({ ...blank, ...rest, ...(value !== null && { [role]: Number(value) }) });
  };
  const complete = (mapping.amount !== undefined) !== (mapping.credit !== undefined);
  return (
    <section className={classes.box} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className={classes.quiet}>{t('hint')}</p>
      <FirstRows table={table} />
      <div className={classes.mapping}>
        {single.map((role) => (
          <Select
            key={role}
            label={t(`roles.${role}`)}
            data={columns}
            value={mapping[role] === undefined ? null : String(mapping[role])}
            onChange={(value) => set(role, value)}
            clearable={role !== 'day'}
            allowDeselect={role !== 'day'}
          />
        ))}
        <MultiSelect
          label={t('roles.remittance')}
          data={columns}
          value={mapping.remittance.map(String)}
          onChange={(values) => setMapping({ ...mapping, remittance: values.slice(0, 6).map(Number) })}
        />
        <Select
          label={t('dateFormat')}
          data={dateFormats.map((value) => ({ value, label: t(`dateFormats.${value}`) }))}
          value={mapping.dateFormat}
          allowDeselect={false}
          onChange={(value) => {
            const dateFormat = dateFormats.find((each) => each === value);
            if (dateFormat) setMapping({ ...mapping, dateFormat });
          }}
        />
        <Select
          label={t('decimal')}
          data={[
            { value: '.', label: t('point') },
            { value: ',', label: t('comma') },
          ]}
          value={mapping.decimal}
          placeholder={t('byItself')}
          clearable
          onChange={(value) =>
            setMapping({ ...mapping, decimal: value === '.' || value === ',' ? value : null })
          }
        />
        {accounts.length > 0 && (
          <Select
            label={t('bankAccount')}
            data={accounts.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))}
            value={account}
            clearable
            onChange={setAccount}
          />
        )}
      </div>
      {!complete && <p className={classes.quiet}>{t('amountNeeded')}</p>}
      <div className={classes.buttons}>
        <Button
          look="primary"
          busy={busy}
          disabled={!complete}
          onClick={() => onChosen(mapping, account ?? undefined)}
        >
          {t('import')}
        </Button>
        <Button look="quiet" onClick={onDismiss}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
