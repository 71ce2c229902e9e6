import { listInvitations, listMembers, mayGrant } from '@countinghouse/core/members';
import { may, roles } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { showTime } from '../../../../../ui/reader';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { InvitationLine } from './_components/invitation-line';
import { InviteForm } from './_components/invite-form';
import { MemberLine } from './_components/member-line';

export const generateMetadata = sectionMetadata('members');

export default async function MembersSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx, session } = company;
  if (!may(ctx.actor, 'members:read')) notFound();
  const [t, members, invitations] = await Promise.all([
    getTranslations('settings.members'),
    listMembers(ctx),
    listInvitations(ctx),
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'members:write');
  const grantable = roles.filter((role) => mayGrant(ctx.actor, role));
  const owners = members.filter(({ role }) => role === 'owner').length;
  return (
    <SettingsPage company={company} current="members">
      {writes && <InviteForm tenant={tenant} roles={grantable} />}
      <ul className={classes.list} aria-label={t('title')}>
        {members.map((member) => (
          <MemberLine
            key={member.userId}
            tenant={tenant}
            member={member}
            joined={showTime(member.joinedAt, reader)}
            self={member.userId === session.user.id}
            roles={writes && grantable.includes(member.role) ? grantable : []}
            lastOwner={member.role === 'owner' && owners === 1}
          />
        ))}
      </ul>
      {invitations.length > 0 && (
        <>
          <h2>{t('open')}</h2>
          <ul className={classes.list} aria-label={t('open')}>
            {invitations.map((invitation) => (
              <InvitationLine
                key={invitation.id}
                tenant={tenant}
                invitation={invitation}
                until={showTime(invitation.expiresAt, reader)}
                mayChange={writes}
              />
            ))}
          </ul>
        </>
      )}
    </SettingsPage>
  );
}
