import { redirect } from 'next/navigation';

export default async function ReportsPage({ params }: { params: Promise<{ tenant: string }> }) {
  redirect(`/${(await params).tenant}/reports/open-items`);
}
