/** Paths that are answered outside Next, by `src/api`. */
const apiPaths = ['/api', '/hooks', '/health', '/metrics', '/objects'];
/** Paths below them that Next answers after all. */
const nextPaths = ['/api/auth'];
/** Writes there prove themselves by a signature or a key in the request; cookies mean nothing there. */
const signedPaths = ['/hooks', '/objects', '/api/v1'];

const isUnder = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => path === root || path.startsWith(`${root}/`));

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? '/';

export type Door = 'api' | 'next';

export function doorOf(path: string): Door {
  return isUnder(path, apiPaths) && !isUnder(path, nextPaths) ? 'api' : 'next';
}

export const isSignedPath = (path: string): boolean => isUnder(path, signedPaths);

/** Files of a build: immutable, public, and the same for everyone. */
export const isBuildFile = (path: string): boolean => path.startsWith('/_next/static/');
