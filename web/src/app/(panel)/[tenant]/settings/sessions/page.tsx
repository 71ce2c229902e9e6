import { listSessions } from '@countinghouse/core/identity';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { showTime } from '../../../../../ui/reader';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { deviceOf } from './device';
import { EndOthers } from './_components/end-others';
import { SessionLine } from './_components/session-line';

export const generateMetadata = sectionMetadata('sessions');

export default async function SessionsSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const company = await requireCompany((await params).tenant);
  const { id, user } = company.session;
  const sessions = await listSessions(user.id, id);
  const reader = readerOf(company);
  return (
    <SettingsPage company={company} current="sessions">
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            id={session.id}
            device={deviceOf(session.userAgent)}
            ip={session.ip}
            started={showTime(session.createdAt, reader)}
            seen={showTime(session.lastSeenAt, reader)}
            current={session.current}
          />
        ))}
      </ul>
      {sessions.length > 1 && <EndOthers />}
    </SettingsPage>
  );
}
