'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { listenForNotices, type Notice } from './notice';

const NoticeStack = dynamic(() => import('./notice-stack').then((module) => module.NoticeStack), {
  ssr: false,
});

/** The place of notices; what draws them is loaded with the first one. */
export function Notices() {
  const [first, setFirst] = useState<Notice>();
  useEffect(() => (first ? undefined : listenForNotices(setFirst)), [first]);
  return first ? <NoticeStack first={first} /> : null;
}
