'use client';

import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { IconRubberStamp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import type { ActionFailure } from '../../../../../ui/form/action-result';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { showNotice } from '../../../../../ui/notices/notice';
import classes from '../../_components/dialogs.module.css';
import { issueCheckAction, issueInvoiceAction } from '../actions';
import { ProblemList } from './problem-list';

interface IssueButtonProps {
  tenant: string;
  invoice: Pick<InvoiceDto, 'id' | 'version' | 'kind' | 'customer'>;
  /** Opens the dialog with the page, as after "Save and issue". */
  openAtFirst: boolean;
}

type Check = Extract<Awaited<ReturnType<typeof issueCheckAction>>, { ok: true }>['data'];

/** What stands in the dialog: the number that comes next, and whether anything is wrong. */
function Checked({
  check,
  tenant,
  invoice,
}: { check: Check } & Pick<IssueButtonProps, 'tenant' | 'invoice'>) {
  const t = useTranslations('invoices.issue');
  return (
    <>
      {check.number && (
        <p>
          <span className={classes.quiet}>{t('number')}</span>
          <br />
          <span className={classes.number}>{check.number}</span>
        </p>
      )}
      {check.problems.length > 0 && (
        <ProblemList tenant={tenant} invoice={invoice} problems={check.problems} />
      )}
      <p className={classes.quiet}>{t('forGood')}</p>
    </>
  );
}

function useIssue({ tenant, invoice, openAtFirst }: IssueButtonProps) {
  const t = useTranslations('invoices');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const path = usePathname();
  const [open, setOpen] = useState(openAtFirst);
  const [check, setCheck] = useState<Check>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [busy, setBusy] = useState(false);
  const locked = useRef(false);

  const lost = useCallback(
    (): ActionFailure => ({
      ok: false,
      code: 'unavailable',
      message: tErrors('unreachable'),
      requestId: '',
      errors: [],
    }),
    [tErrors],
  );

  useEffect(() => {
    if (!open) return;
    let current = true;
    setCheck(undefined);
    setFailure(undefined);
    issueCheckAction(tenant, invoice.id)
      .catch(lost)
      .then((result) => {
        if (!current) return;
        if (result.ok) setCheck(result.data);
        else setFailure(result);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [open, tenant, invoice.id, invoice.version, lost]);

  const close = () => {
    setOpen(false);
    if (openAtFirst) router.replace(path);
  };
  const issue = async () => {
    if (locked.current) return;
    locked.current = true;
    setBusy(true);
    const result = await issueInvoiceAction(tenant, invoice.id, invoice.version).catch(lost);
    if (result.ok) {
      showNotice({ message: t(`issue.done.${result.data.kind}`, { number: result.data.number ?? '' }) });
      close();
      router.refresh();
    } else setFailure(result);
    locked.current = false;
    setBusy(false);
  };
  return { open, setOpen, close, check, failure, busy, issue };
}

/** Issues a draft: shows the number to come and every fault in words before it is done for good. */
export function IssueButton(props: IssueButtonProps) {
  const t = useTranslations('invoices.issue');
  const { open, setOpen, close, check, failure, busy, issue } = useIssue(props);
  const blocked = check?.problems.some(({ level }) => level === 'error') ?? true;
  return (
    <>
      <Button look="primary" icon={IconRubberStamp} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog open={open} title={t(`title.${props.invoice.kind}`)} onClose={close} busy={busy}>
        <div aria-live="polite" className={classes.form}>
          <FailureNotice failure={failure} />
          {check ? (
            <Checked check={check} tenant={props.tenant} invoice={props.invoice} />
          ) : (
            !failure && <p className={classes.quiet}>{t('checking')}</p>
          )}
        </div>
        <DialogActions>
          <Button onClick={close} disabled={busy}>
            {t('keepDraft')}
          </Button>
          <Button look="primary" busy={busy} disabled={blocked} onClick={() => void issue()}>
            {t('issue')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
