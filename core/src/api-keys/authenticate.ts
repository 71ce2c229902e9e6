import { sql } from '../platform/db';
import { log } from '../platform/log';
import { singleton } from '../platform/singleton';
import { hashToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { onRevocation } from './revocations';

/** Who a key is: the company, and what it may do there. */
export interface ApiKeyIdentity {
  tenantId: string;
  id: string;
  name: string;
  scopes: readonly string[];
}

interface Held {
  identity: Promise<ApiKeyIdentity | null>;
  until: number;
}

// A revocation is announced and holds at once; this bounds it where the announcement is lost.
const HELD_MS = 5_000;
const MOST_HELD = 1_000;
const NOTE_USE_MS = 60_000;
const shape = /^chk_[\w-]{43}$/;

// Shared by all bundles of the process. Keys that are not known are held apart, so that guessing drops no real one.
const known = () => singleton('api-keys-known', () => new Map<string, Held>());
const unknown = () => singleton('api-keys-unknown', () => new Map<string, Held>());
const usesNoted = () => singleton('api-keys-used', () => new Map<string, number>());

function hold<Value>(held: Map<string, Value>, key: string, value: Value): void {
  held.delete(key);
  held.set(key, value);
  if (held.size <= MOST_HELD) return;
  const [oldest] = held.keys();
  if (oldest !== undefined) held.delete(oldest);
}

export function dropHeld(keyHash: string): void {
  known().delete(keyHash);
  unknown().delete(keyHash);
}

async function load(keyHash: string): Promise<ApiKeyIdentity | null> {
  const [row] = await withSystemTx((tx) =>
    tx.query<ApiKeyIdentity>(sql`
      select tenant_id as "tenantId", id, name, scopes from api_keys
      where key_hash = ${keyHash} and revoked_at is null`),
  );
  return row ?? null;
}

function find(keyHash: string, now: number): Promise<ApiKeyIdentity | null> {
  const held = known().get(keyHash) ?? unknown().get(keyHash);
  if (held && held.until > now) return held.identity;
  const entry: Held = { identity: load(keyHash), until: now + HELD_MS };
  hold(known(), keyHash, entry);
  entry.identity.then(
    (identity) => {
      if (identity || known().get(keyHash) !== entry) return;
      known().delete(keyHash);
      hold(unknown(), keyHash, entry);
    },
    () => dropHeld(keyHash),
  );
  return entry.identity;
}

/** Notes at most once a minute that a key is in use, without the request waiting for it. */
function noteUse(id: string, now: number): void {
  if ((usesNoted().get(id) ?? 0) + NOTE_USE_MS > now) return;
  hold(usesNoted(), id, now);
  const [at, before] = [new Date(now), new Date(now - NOTE_USE_MS)];
  withSystemTx((tx) =>
    tx.execute(sql`
      update api_keys set last_used_at = ${at}
      where id = ${id}::uuid and (last_used_at is null or last_used_at < ${before})`),
  ).catch((error: unknown) =>
    log().warn({ err: error, operation: 'api-key.note-use' }, 'use of a key not noted'),
  );
}

/**
 * Answers whose key this is, or null when it is not known or revoked. Mostly from this process's memory; a
 * revocation holds at once in every process (within 5 seconds while Redis is lost).
 */
export async function authenticateApiKey(key: string): Promise<ApiKeyIdentity | null> {
  if (!shape.test(key)) return null;
  onRevocation(dropHeld);
  const now = Date.now();
  const identity = await find(hashToken(key), now);
  if (identity) noteUse(identity.id, now);
  return identity;
}
