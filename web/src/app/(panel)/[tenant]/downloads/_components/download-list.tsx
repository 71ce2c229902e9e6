'use client';

import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../ui/button';
import type { TrayItem } from '../../../../../ui/frame/types';
import { useTray } from '../../../../../ui/frame/use-tray';
import { ProgressRow } from '../../../../../ui/progress-row';
import { cancelExportAction } from '../actions';
import classes from '../downloads.module.css';

const ignore = () => undefined;

function DownloadRow({ item, onCancel }: { item: TrayItem; onCancel: () => void }) {
  const t = useTranslations('exports');
  const { name, state, done, total, href } = item;
  const runs = state === 'queued' || state === 'running';
  const counted = total === null ? t('counted', { done }) : t('of', { done, total });
  const cancel = (
    <Button look="quiet" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
  const download = href && (
    <a href={href} download>
      {t('download')}
    </a>
  );
  return (
    <ProgressRow
      icon={IconDownload}
      name={name}
      state={state === 'running' ? counted : t(`states.${state}`)}
      {...(runs && { progress: { done, total } })}
      action={runs ? cancel : download}
    />
  );
}

/** All downloads with live progress; those that run can be cancelled. */
export function DownloadList({ tenant, initial }: { tenant: string; initial: readonly TrayItem[] }) {
  const { items, reload } = useTray(`/${tenant}/downloads/tray`, ignore);
  const fresh = new Map(items?.map((item) => [item.id, item]));
  const rows = [
    ...(items?.filter((item) => !initial.some((each) => each.id === item.id)) ?? []),
    ...initial.map((item) => fresh.get(item.id) ?? item),
  ];
  const cancel = async (id: string) => {
    await cancelExportAction(tenant, id);
    await reload();
  };
  return (
    <ul className={classes.rows}>
      {rows.map((item) => (
        <li key={item.id}>
          <DownloadRow item={item} onCancel={() => void cancel(item.id)} />
        </li>
      ))}
    </ul>
  );
}
