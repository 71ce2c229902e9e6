'use client';

import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../ui/button';
import type { TrayItem } from '../../../../../ui/frame/types';
import { useTray } from '../../../../../ui/frame/use-tray';
import { ProgressRow } from '../../../../../ui/progress-row';
import { cancelExportAction } from '../actions';

const ignore = () => undefined;

/** All downloads with live progress; those that run can be cancelled. */
export function DownloadList({ tenant, initial }: { tenant: string; initial: readonly TrayItem[] }) {
  const t = useTranslations('exports');
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
  return rows.map((item) => {
    const runs = item.state === 'queued' || item.state === 'running';
    const counted =
      item.total === null
        ? t('counted', { done: item.done })
        : t('of', { done: item.done, total: item.total });
    return (
      <ProgressRow
        key={item.id}
        icon={IconDownload}
        name={item.name}
        state={item.state === 'running' ? counted : t(`states.${item.state}`)}
        {...(runs && { progress: { done: item.done, total: item.total } })}
        action={
          runs ? (
            <Button look="quiet" onClick={() => void cancel(item.id)}>
              {t('cancel')}
            </Button>
          ) : (
            item.href && (
              <a href={item.href} download>
                {t('download')}
              </a>
            )
          )
        }
      />
    );
  });
}
