'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment, useEffect, useRef } from 'react';
import { Button } from '../button';
import classes from './table.module.css';
import type { LoadMore } from './types';
import { useMoreRows } from './use-more-rows';

interface MoreRowsProps {
  loadMore: LoadMore;
  /** The page's query, without its cursor. */
  search: string;
  /** Where the first page ended. */
  cursor: string;
  /** When the first page was drawn: with a new one, the further pages are read again. */
  stamp: number;
  span: number;
}

const nearness = '1200px';

/** The further pages of a list, fetched before the reader reaches the end of what is there. */
export function MoreRows({ loadMore, search, cursor, stamp, span }: MoreRowsProps) {
  const t = useTranslations('common.table');
  const { tenant } = useParams<{ tenant: string }>();
  const { pages, nextCursor, failed, more } = useMoreRows({ loadMore, tenant, search, cursor, stamp });
  const sentinel = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    const end = sentinel.current;
    if (!end || failed) return;
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more(), {
      rootMargin: nearness,
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, [failed, more, pages.length]);

  return (
    <>
      {pages.map((page) => (
        <Fragment key={page.cursor}>{page.rows}</Fragment>
      ))}
      {nextCursor !== null && (
        <tbody ref={sentinel}>
          <tr className={classes.sentinel}>
            <td colSpan={span}>
              {failed ? (
                <span role="alert">
                  {t('moreFailed')} <Button onClick={more}>{t('tryAgain')}</Button>
                </span>
              ) : (
                <a href={`?${new URLSearchParams([...new URLSearchParams(search), ['cursor', nextCursor]])}`}>
                  {t('loadingMore')}
                </a>
              )}
            </td>
          </tr>
        </tbody>
      )}
    </>
  );
}
