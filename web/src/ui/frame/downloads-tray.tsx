'use client';

import { IconDownload, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { Button } from '../button';
import { Icon } from '../icon';
import { ProgressRow } from '../progress-row';
import classes from './frame.module.css';
import type { TrayItem } from './types';
import { useTray } from './use-tray';

interface DownloadsTrayProps {
  source: string;
  cancel: (id: string) => Promise<unknown>;
  /** The page of all downloads. */
  allHref: string;
}

const trayId = 'frame-downloads';

function TrayRow({ item, onCancel }: { item: TrayItem; onCancel: (id: string) => void }) {
  const t = useTranslations('frame.tray');
  const { name, state, done, total, href } = item;
  if (state === 'running' || state === 'queued') {
    const words =
      state === 'queued' ? t('queued') : total === null ? t('done', { done }) : t('of', { done, total });
    const cancel = (
      <Button look="quiet" onClick={() => onCancel(item.id)}>
        {t('cancel')}
      </Button>
    );
    return <ProgressRow name={name} state={words} progress={{ done, total }} action={cancel} />;
  }
  const action = state === 'ready' && href && (
    <a href={href} download>
      {t('download')}
    </a>
  );
  return <ProgressRow name={name} state={state === 'ready' ? '' : t(state)} action={action} />;
}

/** The button with the count of running downloads, and the tray with their progress and results. */
export function DownloadsTray({ source, cancel, allHref }: DownloadsTrayProps) {
  const t = useTranslations('frame.tray');
  const tray = useRef<HTMLDivElement>(null);
  const open = useCallback(() => tray.current?.showPopover(), []);
  const { items, active, failed, reload } = useTray(source, open);
  // What became of it shows in the row; an answer that is lost changes nothing there.
  const onCancel = (id: string) => void cancel(id).then(reload, reload);
  const label = active > 0 ? t('labelRunning', { count: active }) : t('label');
  return (
    <>
      <button
        type="button"
        className={classes.trayButton}
        popoverTarget={trayId}
        aria-label={label}
        title={label}
      >
        <Icon of={IconDownload} size={22} />
        {active > 0 && <span className={classes.badge}>{active}</span>}
      </button>
      <div
        id={trayId}
        ref={tray}
        popover="manual"
        className={classes.tray}
        role="region"
        aria-label={t('title')}
        onToggle={(event) => {
          if (event.newState === 'open') void reload();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') tray.current?.hidePopover();
        }}
      >
        <div className={classes.trayHead}>
          <strong>{t('title')}</strong>
          <a href={allHref}>{t('all')}</a>
          <Button
            look="quiet"
            icon={IconX}
            iconOnly
            popoverTarget={trayId}
            popoverTargetAction="hide"
            title={t('close')}
          >
            {t('close')}
          </Button>
        </div>
        {failed && <p className={classes.trayText}>{t('unreachable')}</p>}
        {items?.length === 0 && <p className={classes.trayText}>{t('empty')}</p>}
        <ul className={classes.trayList}>
          {items?.map((item) => (
            <li key={item.id}>
              <TrayRow item={item} onCancel={onCancel} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
