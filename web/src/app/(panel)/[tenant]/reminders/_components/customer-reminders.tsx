import type { Ctx } from '@countinghouse/core/platform/context';
import { may } from '@countinghouse/core/platform/permissions';
import { formatDate } from '@countinghouse/core/platform/time';
import { listReminderLetters, listReminderPauses } from '@countinghouse/core/reminders';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import type { Reader } from '../../../../../ui/reader';
import detail from '../../_components/detail.module.css';
import { PauseButton } from './pause-button';

interface CustomerRemindersProps {
  tenant: string;
  customer: { id: string; name: string };
  ctx: Ctx;
  reader: Reader;
}

const NEWEST = 5;

/** Whether a customer is reminded, and the letters that it got last. */
export async function CustomerReminders({ tenant, customer, ctx, reader }: CustomerRemindersProps) {
  const [t, [pause], letters] = await Promise.all([
    getTranslations('reminders'),
    listReminderPauses(ctx, customer.id),
    listReminderLetters(ctx, { customerId: customer.id, limit: NEWEST }),
  ]);
  const until = pause?.until ? t('until', { date: formatDate(pause.until, reader) }) : t('untilFurther');
  return (
    <section className={detail.box}>
      <div className={detail.boxHead}>
        <h2>{t('title')}</h2>
        {may(ctx.actor, 'invoices:write') && (
          <ClientMessages areas={['reminders']}>
            <PauseButton tenant={tenant} customer={customer} paused={pause !== undefined} />
          </ClientMessages>
        )}
      </div>
      {pause && <p>{t('customer.paused', { until })}</p>}
      {letters.rows.length === 0 ? (
        !pause && <p className={detail.quiet}>{t('customer.none')}</p>
      ) : (
        <ol className={detail.history}>
          {letters.rows.map((letter) => (
            <li key={letter.id} className={detail.line}>
              <a href={`/${tenant}/documents/${letter.documentId}/pdf`}>{letter.level.name}</a>
              <time dateTime={letter.day}>{formatDate(letter.day, reader)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
