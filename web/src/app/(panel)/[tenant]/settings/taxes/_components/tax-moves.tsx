'use client';

import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '../../../../../../ui/button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { showNotice, showUndoNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { moveTaxAction, type TaxMove } from '../actions';

interface TaxMovesProps {
  tenant: string;
  id: string;
  name: string;
  isDefault: boolean;
  archived: boolean;
}

/** What can be done with a tax category; archiving can be taken back. */
export function TaxMoves({ tenant, id, name, isDefault, archived }: TaxMovesProps) {
  const t = useTranslations('settings.taxes');
  const { busy, failure, run } = useVerb();
  const move = (verb: TaxMove) => run(() => moveTaxAction(tenant, id, verb));
  const restore = async () => {
    if (!(await move('restore'))) throw new Error('not restored');
    return t('restored', { name });
  };
  const archive = async () => {
    if (await move('archive')) showUndoNotice(t('archivedName', { name }), restore);
  };
  return (
    <>
      <div className={classes.side}>
        {!archived && (
          <>
            <ButtonLink
              look="quiet"
              href={`/${tenant}/settings/taxes/${id}`}
              aria-label={t('changeName', { name })}
            >
              {t('change')}
            </ButtonLink>
            {!isDefault && (
              <>
                <Button look="quiet" busy={busy} onClick={() => void move('default')}>
                  {t('makeDefault')}
                </Button>
                <Button look="quiet" busy={busy} onClick={() => void archive()}>
                  {t('archive')}
                </Button>
              </>
            )}
          </>
        )}
        {archived && (
          <Button
            look="quiet"
            busy={busy}
            onClick={() =>
              void restore().then(
                (message) => showNotice({ message }),
                () => undefined,
              )
            }
          >
            {t('restore')}
          </Button>
        )}
      </div>
      <FailureNotice failure={failure} />
    </>
  );
}
