import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { timeZones } from '../_components/time-zones';
import { sectionMetadata } from '../settings-metadata';
import { ProfileForm } from './_components/profile-form';

export const generateMetadata = sectionMetadata('profile');

export default async function ProfileSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const company = await requireCompany((await params).tenant);
  const { user } = company.session;
  return (
    <SettingsPage company={company} current="profile">
      <ProfileForm user={user} timeZones={timeZones(user.timeZone)} companyZone={company.tenant.timeZone} />
    </SettingsPage>
  );
}
