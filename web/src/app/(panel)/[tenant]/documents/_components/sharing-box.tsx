import { may } from '@countinghouse/core/platform/permissions';
import { localDate, formatDate } from '@countinghouse/core/platform/time';
import { listDocumentLinks, listSendings } from '@countinghouse/core/sharing';
import type { DocumentLinkDto, SendingDto, SendingState } from '@countinghouse/core/sharing/schemas';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import { showTime, type Reader } from '../../../../../ui/reader';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';
import { KeepFresh } from './keep-fresh';
import { CopyLink, NewLink, RevokeLink } from './link-actions';
import { SendButton } from './send-button';
import classes from './sharing.module.css';

const tones: Readonly<Record<SendingState, Tone>> = {
  waiting: 'info',
  queued: 'info',
  sent: 'good',
  kept: 'warn',
  failed: 'bad',
};

interface PartProps {
  tenant: string;
  reader: Reader;
  writes: boolean;
}

async function Link({ link, tenant, reader, writes }: PartProps & { link: DocumentLinkDto }) {
  const t = await getTranslations('sharing');
  const until = formatDate(localDate(new Date(link.expiresAt), reader.timeZone), reader);
  return (
    <li className={classes.link}>
      {link.url && writes && <CopyLink url={link.url} />}
      <div className={classes.line}>
        <span>
          {link.state === 'active' ? t('until', { date: until }) : t(`linkStates.${link.state}`)}
          {' · '}
          {link.lastViewedAt
            ? t('views', { count: link.viewCount, last: showTime(link.lastViewedAt, reader, new Date()) })
            : t('notViewed')}
        </span>
        {link.state === 'active' && writes && <RevokeLink tenant={tenant} linkId={link.id} />}
      </div>
    </li>
  );
}

async function Sending({
  sending,
  documentId,
  tenant,
  reader,
  writes,
}: PartProps & { sending: SendingDto; documentId: string }) {
  const t = await getTranslations('sharing');
  const { to, cc, subject, text, attachXml, withLink } = sending;
  return (
    <li className={classes.sending}>
      <div className={classes.line}>
        <span className={classes.to}>{[...to, ...cc].join(', ')}</span>
        <StatusLabel tone={tones[sending.state]}>{t(`states.${sending.state}`)}</StatusLabel>
      </div>
      <div className={classes.line}>
        <span className={classes.quiet}>
          {t('sentBy', { name: sending.sentBy, when: showTime(sending.createdAt, reader, new Date()) })}
        </span>
        {writes && (
          <SendButton
            tenant={tenant}
            documentId={documentId}
            earlier={{ to, cc, subject, text, attachXml, withLink }}
            look="quiet"
            label={t('resend')}
          />
        )}
      </div>
      {sending.reason && <p className={classes.reason}>{sending.reason}</p>}
    </li>
  );
}

interface SharingBoxProps {
  company: Company;
  documentId: string;
  /** Of the record behind the document: what those who may change it need. */
  permission: 'offers:write' | 'invoices:write';
}

/** Links to a document and the mails that it went with; what is on its way is followed. */
export async function SharingBox({ company, documentId, permission }: SharingBoxProps) {
  const { ctx } = company;
  const [t, links, sendings] = await Promise.all([
    getTranslations('sharing'),
    listDocumentLinks(ctx, documentId),
    listSendings(ctx, documentId),
  ]);
  const part = { tenant: company.tenant.slug, reader: readerOf(company), writes: may(ctx.actor, permission) };
  const underWay = sendings.some(({ state }) => state === 'waiting' || state === 'queued');
  return (
    <ClientMessages areas={['sharing']}>
      <section className={classes.box} aria-labelledby="sendings">
        <h2 id="sendings">{t('sendings')}</h2>
        {sendings.length === 0 && <p className={classes.quiet}>{t('noSendings')}</p>}
        <ol className={classes.list}>
          {sendings.map((sending) => (
            <Sending key={sending.id} {...part} sending={sending} documentId={documentId} />
          ))}
        </ol>
        {underWay && <KeepFresh />}
      </section>
      <section className={classes.box} aria-labelledby="links">
        <h2 id="links">{t('links')}</h2>
        {links.length === 0 && <p className={classes.quiet}>{t('noLinks')}</p>}
        <ol className={classes.list}>
          {links.map((link) => (
            <Link key={link.id} {...part} link={link} />
          ))}
        </ol>
        {part.writes && <NewLink tenant={part.tenant} documentId={documentId} />}
      </section>
    </ClientMessages>
  );
}
