'use client';

import type { IssueProblem } from '@countinghouse/core/invoices/schemas';
import { useTranslations } from 'next-intl';
import classes from '../../_components/dialogs.module.css';
import { placeOf, type ProblemPlace } from './problem-place';
import { useProblemText } from './use-problem-text';

interface ProblemListProps {
  tenant: string;
  invoice: { id: string; customer: { id: string } | null };
  problems: readonly IssueProblem[];
}

/** What keeps the draft from being issued, and what is only told; each with the way to where it is mended. */
export function ProblemList({ tenant, invoice, problems }: ProblemListProps) {
  const t = useTranslations('invoices.issue');
  const say = useProblemText();
  const draft = `/${tenant}/invoices/${invoice.id}/edit`;
  const hrefs: Record<ProblemPlace, string> = {
    company: `/${tenant}/settings/company`,
    accounts: `/${tenant}/settings/bank-accounts`,
    taxes: `/${tenant}/settings/taxes`,
    customer: invoice.customer ? `/${tenant}/customers/${invoice.customer.id}/edit` : draft,
    draft,
  };
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => {
        const place = placeOf(problem.path);
        return (
          <li
            key={`${problem.code} ${problem.path}`}
            className={problem.level === 'error' ? `${classes.problem} ${classes.error}` : classes.problem}
          >
            <span>
              <strong>{t(problem.level)}</strong> {say(problem)}
            </span>
            <a href={hrefs[place]}>{t(`places.${place}`)}</a>
          </li>
        );
      })}
    </ul>
  );
}
