'use client';

import { Notifications, notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '../button';
import { listenForNotices, type Notice } from './notice';
import classes from './notice-stack.module.css';

const shortMs = 5_000;
const undoMs = 10_000;

interface NoticeBodyProps {
  notice: Notice;
  id: string;
}

function NoticeBody({ notice: { message, undo }, id }: NoticeBodyProps) {
  const t = useTranslations('common');
  const takeBack = async (run: () => Promise<string>) => {
    notifications.hide(id);
    try {
      display({ message: await run() });
    } catch {
      display({ message: t('undoFailed'), tone: 'bad' });
    }
  };
  return (
    <div className={classes.body}>
      <span>{message}</span>
      {undo && (
        <Button look="quiet" className={classes.undo} onClick={() => void takeBack(undo)}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

let count = 0;

function display(notice: Notice): void {
  const id = `notice-${++count}`;
  notifications.show({
    id,
    message: <NoticeBody notice={notice} id={id} />,
    color: notice.tone === 'bad' ? 'red' : 'accent',
    role: notice.tone === 'bad' ? 'alert' : 'status',
    autoClose: notice.undo || notice.tone === 'bad' ? undoMs : shortMs,
    withBorder: true,
  });
}

/** Draws notices; those that come while it is being loaded are kept. */
export function NoticeStack({ first }: { first: Notice }) {
  useEffect(() => {
    display(first);
  }, [first]);
  useEffect(() => listenForNotices(display), []);
  return <Notifications position="bottom-left" limit={3} zIndex={450} />;
}
