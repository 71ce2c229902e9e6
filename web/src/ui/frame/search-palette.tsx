'use client';

import {
  createSpotlight,
  SpotlightAction,
  SpotlightActionsGroup,
  SpotlightActionsList,
  SpotlightEmpty,
  SpotlightRoot,
  SpotlightSearch,
} from '@mantine/spotlight';
import {
  IconFileInvoice,
  IconPackage,
  IconSearch,
  IconShoppingCart,
  IconUsers,
  type Icon as Drawing,
} from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '../icon';
import { entries } from './entries';
import type { SearchButtonProps } from './search-button';
import type { SearchHit } from './types';
import { useSearch } from './use-search';

const [store, palette] = createSpotlight();

const kindIcons: Record<SearchHit['kind'], Drawing> = {
  order: IconShoppingCart,
  invoice: IconFileInvoice,
  customer: IconUsers,
  product: IconPackage,
};

interface Choice {
  id: string;
  label: string;
  detail?: string | undefined;
  href: string;
  icon: Drawing;
}

function Group({ label, choices }: { label: string; choices: readonly Choice[] }) {
  const router = useRouter();
  if (choices.length === 0) return null;
  return (
    <SpotlightActionsGroup label={label}>
      {choices.map(({ id, label: text, detail, href, icon }) => (
        <SpotlightAction
          key={id}
          label={text}
          {...(detail !== undefined && { description: detail })}
          leftSection={<Icon of={icon} />}
          onClick={() => router.push(href)}
        />
      ))}
    </SpotlightActionsGroup>
  );
}

/** Jumps to a page, or to an order, invoice, customer or product that the server finds. Opens with every new request. */
export function SearchPalette({ source, slug, allowed, requests }: SearchButtonProps & { requests: number }) {
  const t = useTranslations('frame');
  const [query, setQuery] = useState('');
  const { hits, searching, failed } = useSearch(source, query);
  useEffect(() => palette.open(), [requests]);

  const wanted = query.trim().toLocaleLowerCase();
  const pages = entries
    .filter(({ key }) => allowed.includes(key))
    .map(({ key, path, icon }) => ({ id: key, label: t(`entries.${key}`), href: `/${slug}${path}`, icon }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const found = hits.map(({ id, kind, title, detail, href }) => ({
    id,
    label: title,
    detail,
    href,
    icon: kindIcons[kind],
  }));
  const empty = failed ? t('search.failed') : searching ? t('search.searching') : t('search.nothing');
  return (
    <SpotlightRoot store={store} query={query} onQueryChange={setQuery} shortcut={null} scrollable>
      <SpotlightSearch
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        leftSection={<Icon of={IconSearch} />}
      />
      <SpotlightActionsList>
        <Group label={t('search.found')} choices={found} />
        <Group label={t('search.pages')} choices={pages} />
        {pages.length + found.length === 0 && <SpotlightEmpty>{empty}</SpotlightEmpty>}
      </SpotlightActionsList>
    </SpotlightRoot>
  );
}
