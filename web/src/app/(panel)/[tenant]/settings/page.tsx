import { redirect } from 'next/navigation';

/** Settings begin with the company. */
export default async function SettingsIndex({ params }: { params: Promise<{ tenant: string }> }) {
  redirect(`/${(await params).tenant}/settings/company`);
}
