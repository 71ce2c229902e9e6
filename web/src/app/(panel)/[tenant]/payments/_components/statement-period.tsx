'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { DateField } from '../../../../../ui/form/date-field';
import classes from './payments.module.css';

interface StatementPeriodProps {
  from: string;
  to: string;
  currency: string;
}

/** First and last day of a statement. */
export function StatementPeriod({ from, to, currency }: StatementPeriodProps) {
  const t = useTranslations('payments.statement');
  const router = useRouter();
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const show = (event: FormEvent) => {
    event.preventDefault();
    router.push(`?${new URLSearchParams({ from: first, to: last, currency }).toString()}`);
  };
  return (
    <form className={classes.period} onSubmit={show}>
      <DateField label={t('from')} value={first} onChange={setFirst} />
      <DateField label={t('to')} value={last} onChange={setLast} />
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
