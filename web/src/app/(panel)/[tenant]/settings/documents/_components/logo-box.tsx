'use client';

import { logoTypes, MAX_LOGO_BYTES } from '@countinghouse/core/company/schemas';
import { useTranslations } from 'next-intl';
import { useRef, useState, type DragEvent, type RefObject } from 'react';
import { Button } from '../../../../../../ui/button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { removeLogoAction, setLogoAction } from '../actions';

interface LogoBoxProps {
  tenant: string;
  /** The version of the profile, which the form beside it changes, too. */
  version: RefObject<number>;
  /** As a `data:` address. */
  logo: string | undefined;
  mayChange: boolean;
  onChanged: () => void;
}

/** The logo: dropped, chosen or removed; documents that have one keep it. */
export function LogoBox({ tenant, version, logo, mayChange, onChanged }: LogoBoxProps) {
  const t = useTranslations('settings.documents');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const [over, setOver] = useState(false);
  const { busy, failure, run } = useVerb();

  const take = async (file: File | undefined) => {
    if (!file || !mayChange) return;
    const fits = logoTypes.some((type) => type === file.type) && file.size <= MAX_LOGO_BYTES;
    setFault(fits ? undefined : t('logoFault', { kilobytes: MAX_LOGO_BYTES / 1024 }));
    if (!fits) return;
    const data = new FormData();
    data.set('logo', file);
    await run(async () => {
      const result = await setLogoAction(tenant, version.current, data);
      if (result.ok) version.current = result.data.version;
      return result;
    }, t('logoSaved'));
    onChanged();
  };
  const remove = async () => {
    await run(async () => {
      const result = await removeLogoAction(tenant, version.current);
      if (result.ok) version.current = result.data.version;
      return result;
    }, t('logoRemoved'));
    onChanged();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={over ? `${classes.box} ${classes.over}` : classes.box}
      aria-label={t('logo')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(mayChange);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t('logo')}</h2>
      {logo ? <img className={classes.logo} src={logo} alt={t('logoNow')} /> : <p>{t('noLogo')}</p>}
      {mayChange && (
        <>
          <div className={classes.side}>
            <Button busy={busy} onClick={() => input.current?.click()}>
              {t('chooseLogo')}
            </Button>
            {logo && (
              <Button look="quiet" busy={busy} onClick={() => void remove()}>
                {t('removeLogo')}
              </Button>
            )}
          </div>
          <input
            ref={input}
            type="file"
            hidden
            accept={logoTypes.join(',')}
            aria-label={t('chooseLogo')}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <p className={classes.hint}>{t('logoHint', { kilobytes: MAX_LOGO_BYTES / 1024 })}</p>
        </>
      )}
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      <FailureNotice failure={failure} />
    </section>
  );
}
