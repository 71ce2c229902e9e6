import { listApiKeys } from '@countinghouse/core/api-keys';
import { may, permissions } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { showTime } from '../../../../../ui/reader';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { KeyForm } from './_components/key-form';
import { KeyLine } from './_components/key-line';

export const generateMetadata = sectionMetadata('api-keys');

export default async function ApiKeysSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  if (!may(ctx.actor, 'api-keys:write')) notFound();
  const [t, keys] = await Promise.all([getTranslations('settings.keys'), listApiKeys(ctx)]);
  const reader = readerOf(company);
  return (
    <SettingsPage company={company} current="api-keys">
      <p className={classes.hint}>{t.rich('text', { docs: (words) => <a href="/api/docs">{words}</a> })}</p>
      <KeyForm tenant={tenant} grantable={permissions.filter((each) => may(ctx.actor, each))} />
      {keys.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {keys.map((key) => (
            <KeyLine
              key={key.id}
              tenant={tenant}
              apiKey={key}
              created={showTime(key.createdAt, reader)}
              used={key.lastUsedAt && showTime(key.lastUsedAt, reader)}
              revoked={key.revokedAt && showTime(key.revokedAt, reader)}
            />
          ))}
        </ul>
      )}
    </SettingsPage>
  );
}
