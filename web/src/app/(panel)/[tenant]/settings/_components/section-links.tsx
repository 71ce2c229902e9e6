'use client';

import { useEffect, useRef } from 'react';
import classes from './settings.module.css';

interface SectionLinksProps {
  label: string;
  sections: readonly { key: string; href: string; name: string; apart: boolean; current: boolean }[];
}

/** The sections of the settings; on a phone a strip that begins where the reader is. */
export function SectionLinks({ label, sections }: SectionLinksProps) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = strip.current?.querySelector('[aria-current]');
    here?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  return (
    <nav ref={strip} className={classes.sections} aria-label={label}>
      {sections.map(({ key, href, name, apart, current }) => (
        <a
          key={key}
          href={href}
          className={apart ? `${classes.section} ${classes.apart}` : classes.section}
          aria-current={current ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
