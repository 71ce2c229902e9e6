import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { PasswordForm } from './_components/password-form';

export const generateMetadata = sectionMetadata('password');

export default async function PasswordSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const company = await requireCompany((await params).tenant);
  return (
    <SettingsPage company={company} current="password">
      <PasswordForm email={company.session.user.email} />
    </SettingsPage>
  );
}
