'use client';

import { TextInput } from '@mantine/core';
import type { CreateApiKeyInput, NewApiKey } from '@countinghouse/core/api-keys/schemas';
import type { Permission } from '@countinghouse/core/platform/permissions';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import classes from '../../_components/settings.module.css';
import { createKeyAction } from '../actions';
import { NewKey } from './new-key';

interface ScopeBoxesProps {
  grantable: readonly Permission[];
  chosen: readonly Permission[];
  onChange: (chosen: Permission[]) => void;
}

/** What the key may do: reading and writing of each kind of record. */
function ScopeBoxes({ grantable, chosen, onChange }: ScopeBoxesProps) {
  const t = useTranslations('settings.keys');
  const resources = [...new Set(grantable.map((each) => each.split(':')[0] ?? ''))];
  return (
    <fieldset className={classes.scopes}>
      <legend>{t('scopes')}</legend>
      {resources.flatMap((resource) => {
        const name = t(`resources.${resource}` as 'resources.orders');
        return [
          <span key={resource}>{name}</span>,
          ...(['read', 'write'] as const).map((verb) => {
            const scope = `${resource}:${verb}` as Permission;
            if (!grantable.includes(scope)) return <span key={scope} />;
            const others = chosen.filter((each) => each !== scope);
            return (
              <label key={scope}>
                <input
                  type="checkbox"
                  aria-label={`${name}: ${t(verb)}`}
                  checked={chosen.includes(scope)}
                  onChange={(event) => onChange(event.currentTarget.checked ? [...others, scope] : others)}
                />
                {t(verb)}
              </label>
            );
          }),
        ];
      })}
    </fieldset>
  );
}

/** Makes a key, and shows it this once. */
export function KeyForm({ tenant, grantable }: { tenant: string; grantable: readonly Permission[] }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [scopes, setScopes] = useState<Permission[]>(['orders:read']);
  const [made, setMade] = useState<NewApiKey>();
  const form = useActionForm<{ name: string }, NewApiKey, CreateApiKeyInput>({
    action: (input) => createKeyAction(tenant, input),
    initialValues: { name: '' },
    toInput: ({ name }) => ({ name, scopes }),
    validate: { name: (value) => (value.trim() ? null : t('required')) },
    onSaved: (key) => {
      form.reset();
      setMade(key);
      router.refresh();
    },
  });
  if (made) return <NewKey name={made.name} secret={made.key} onDone={() => setMade(undefined)} />;
  return (
    <Form form={form} className={classes.box}>
      <h2>{t('keys.new')}</h2>
      <TextInput
        label={t('keys.name')}
        description={t('keys.nameHint')}
        maxLength={80}
        autoComplete="off"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <ScopeBoxes grantable={grantable} chosen={scopes} onChange={setScopes} />
      {scopes.length === 0 && <p className={classes.fault}>{t('keys.noScope')}</p>}
      <FormActions busy={form.busy} label={t('keys.create')} />
    </Form>
  );
}
