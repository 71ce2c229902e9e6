import { listMyTenants } from '@countinghouse/core/members';
import { may, type Permission } from '@countinghouse/core/platform/permissions';
import type { ReactNode } from 'react';
import { ClientMessages } from '../../../i18n/client-messages';
import { readerOf } from '../../../server/reader';
import { requireCompany } from '../../../server/session';
import { signOutAction } from '../../../server/sign-out';
import { AppFrame } from '../../../ui/frame/app-frame';
import { entryKeys, type EntryKey } from '../../../ui/frame/entries';
import { ReaderProvider } from '../../../ui/form/reader-context';
import { cancelExportAction } from './downloads/actions';

/** What one must be allowed to see an area; areas that are not here are for every member. */
const needed: Partial<Record<EntryKey, Permission>> = {
  orders: 'orders:read',
  offers: 'offers:read',
  invoices: 'invoices:read',
  payments: 'payments:read',
  customers: 'customers:read',
  products: 'products:read',
  reports: 'reports:read',
  files: 'files:read',
  downloads: 'exports:read',
  audit: 'audit:read',
};

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}

export default async function CompanyLayout({ children, params }: LayoutProps) {
  const { tenant: slug } = await params;
  const company = await requireCompany(slug);
  const { ctx, tenant, session } = company;
  const companies = await listMyTenants(session.user.id);
  const allowed = entryKeys.filter((key) => {
    const permission = needed[key];
    return !permission || may(ctx.actor, permission);
  });
  return (
    <ClientMessages areas={['frame']}>
      <AppFrame
        company={{ slug, name: tenant.name }}
        companies={companies.map((each) => ({ slug: each.slug, name: each.name }))}
        user={{ name: session.user.name, email: session.user.email }}
        allowed={allowed}
        downloadsSource={`/${slug}/downloads/tray`}
        searchSource={`/${slug}/search`}
        signOut={signOutAction}
        cancelDownload={cancelExportAction.bind(null, slug)}
      >
        <ReaderProvider reader={readerOf(company)}>{children}</ReaderProvider>
      </AppFrame>
    </ClientMessages>
  );
}
