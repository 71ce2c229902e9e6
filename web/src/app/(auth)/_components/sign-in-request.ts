export type SignInOutcome = 'ok' | 'wrong' | 'rate-limited';

interface Credentials {
  email: string;
  password: string;
}

/** Signs in through next-auth's own address, as its browser library does, without bringing the library along. */
export async function requestSignIn({ email, password }: Credentials): Promise<SignInOutcome> {
  const tokenAnswer = await fetch('/api/auth/csrf');
  const { csrfToken } = (await tokenAnswer.json()) as { csrfToken: string };
  const callbackUrl = window.location.origin;
  const answer = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ email, password, csrfToken, callbackUrl, json: 'true' }),
  });
  const { url } = (await answer.json()) as { url: string };
  const error = new URL(url, callbackUrl).searchParams.get('error');
  if (error === 'rate-limited') return 'rate-limited';
  if (error === 'CredentialsSignin') return 'wrong';
  if (error !== null || !answer.ok) throw new Error('Signing in failed unexpectedly');
  return 'ok';
}
