import { listMails, mailsAreShown } from '@countinghouse/core/mail';
import { IconMail } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../../ui/empty-state';
import classes from './mails.module.css';

// What stands in the mailbox now, never what stood there at build time.
export const dynamic = 'force-dynamic';

const link = /(https?:\/\/[^\s<>"]+)/;

/** Text with its addresses as links. */
const withLinks = (text: string) =>
  text.split(link).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );

/** Mails that a demo would have sent. There is no such page where mails go out. */
export default async function MailsPage() {
  if (!mailsAreShown()) notFound();
  const [t, mails] = await Promise.all([getTranslations('settings.mails'), listMails()]);
  return (
    <main className={classes.page}>
      <h1>{t('title')}</h1>
      <p className={classes.hint}>{t('text')}</p>
      {mails.length === 0 ? (
        <EmptyState icon={IconMail} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        mails.map((mail) => (
          <article key={mail.id} className={classes.mail} lang={mail.language}>
            <h2>{mail.subject}</h2>
            <p className={classes.hint}>
              {[mail.recipient, ...mail.copies].join(', ')} ·{' '}
              <time dateTime={mail.createdAt}>{mail.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>
            </p>
            <p className={classes.text}>{withLinks(mail.text)}</p>
            {mail.attachments.length > 0 && (
              <ul className={classes.hint} aria-label={t('attachments')}>
                {mail.attachments.map(({ name }) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            )}
          </article>
        ))
      )}
    </main>
  );
}
