import { formatMoney } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { getReminderSettings, listReminderLevels } from '@countinghouse/core/reminders';
import type { ReminderLevelDto } from '@countinghouse/core/reminders/schemas';
import { IconBellRinging, IconPlus } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { EmptyState } from '../../../../../ui/empty-state';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { AddStandardLevels, LevelMoves } from './_components/level-moves';
import { ModeForm } from './_components/mode-form';

export const generateMetadata = sectionMetadata('reminders');

export default async function RemindersSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const [t, settings, levels] = await Promise.all([
    getTranslations('settings.reminders'),
    getReminderSettings(ctx),
    listReminderLevels(ctx),
  ]);
  const { numberFormat } = readerOf(company);
  const writes = may(ctx.actor, 'settings:write');
  const when = ({ days, gapDays, fee }: ReminderLevelDto, index: number) =>
    [
      days < 0 ? t('before', { count: -days }) : t('after', { count: days }),
      index > 0 && gapDays > 0 && t('gap', { count: gapDays }),
      fee.amount !== '0' &&
        t('fee', { amount: formatMoney(BigInt(fee.amount), fee.currency, { numberFormat }) }),
    ]
      .filter(Boolean)
      .join(', ');
  const add = writes && (
    <ButtonLink
      look={levels.length > 0 ? 'primary' : 'plain'}
      icon={IconPlus}
      href={`/${tenant}/settings/reminders/new`}
    >
      {t('add')}
    </ButtonLink>
  );
  return (
    <SettingsPage company={company} current="reminders" primary={levels.length > 0 && add}>
      <ModeForm tenant={tenant} settings={settings} mayChange={writes} />
      {levels.length === 0 ? (
        <EmptyState
          icon={IconBellRinging}
          title={t('empty')}
          actions={
            writes && (
              <>
                <AddStandardLevels tenant={tenant} />
                {add}
              </>
            )
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t('levels')}>
          {levels.map((level, index) => (
            <li key={level.id} className={classes.line}>
              <div className={classes.who}>
                <strong>{level.name}</strong>
                <span>{when(level, index)}</span>
              </div>
              {writes && <LevelMoves tenant={tenant} id={level.id} name={level.name} />}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/${tenant}/reminders`}>{t('run')}</a>
      </p>
    </SettingsPage>
  );
}
