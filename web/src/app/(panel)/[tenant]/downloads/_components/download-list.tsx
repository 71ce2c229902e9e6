'use client';

import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../ui/button';
import type { TrayItem } from '../../../../../ui/frame/types';
import { useTray } from '../../../../../ui/frame/use-tray';
import { showNotice } from '../../../../../ui/notices/notice';
import { ProgressRow } from '../../../../../ui/progress-row';
import { showTime, type Reader } from '../../../../../ui/reader';
import { cancelExportAction } from '../actions';
import classes from '../downloads.module.css';

const ignore = () => undefined;

interface DownloadRowProps {
  item: TrayItem;
  reader: Reader;
  onCancel: () => void;
}

function DownloadRow({ item, reader, onCancel }: DownloadRowProps) {
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
      state={`${showTime(item.askedAt, reader)} · ${state === 'running' ? counted : t(`states.${state}`)}`}
      {...(runs && { progress: { done, total } })}
      action={runs ? cancel : download}
    />
  );
}

interface DownloadListProps {
  tenant: string;
  reader: Reader;
  initial: readonly TrayItem[];
}

/** All downloads with live progress; those that run can be cancelled. */
export function DownloadList({ tenant, reader, initial }: DownloadListProps) {
  const tErrors = useTranslations('errors');
  const { items, reload } = useTray(`/${tenant}/downloads/tray`, ignore);
  const fresh = new Map(items?.map((item) => [item.id, item]));
  const rows = [
    ...(items?.filter((item) => !initial.some((each) => each.id === item.id)) ?? []),
    ...initial.map((item) => fresh.get(item.id) ?? item),
  ];
  const cancel = async (id: string) => {
    const result = await cancelExportAction(tenant, id).catch(() => null);
    if (!result?.ok) showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
    await reload();
  };
  return (
    <ul className={classes.rows}>
      {rows.map((item) => (
        <li key={item.id}>
          <DownloadRow item={item} reader={reader} onCancel={() => void cancel(item.id)} />
        </li>
      ))}
    </ul>
  );
}
