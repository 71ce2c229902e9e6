'use client';

import { useTranslations } from 'next-intl';
import type { Action } from '../../../ui/form/action-result';
import { requestSignIn } from './sign-in-request';

/** Signing in as an action of a form. */
export function useSignIn(): Action<{ email: string; password: string }, undefined> {
  const t = useTranslations('errors');
  return async (credentials) => {
    const outcome = await requestSignIn(credentials);
    if (outcome === 'ok') return { ok: true, data: undefined };
    if (outcome === 'wrong') {
      const message = t('reasons.wrong-password');
      return { ok: false, code: 'invalid', message, requestId: '', errors: [] };
    }
    return { ok: false, code: 'rate-limited', message: t('codes.rate-limited'), requestId: '', errors: [] };
  };
}
