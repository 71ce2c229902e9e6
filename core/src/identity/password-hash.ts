import { hash, parseOptions, verify } from '@node-rs/argon2';
import { secretToken } from '../platform/tokens';
import { singleton } from '../platform/singleton';
import { PASSWORD_MAX } from './schemas';

// argon2id (the library's default) with the parameters of the OWASP password storage cheat sheet: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The same letters typed on another keyboard must give the same bytes.
const normalized = (password: string) => password.slice(0, PASSWORD_MAX).normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normalized(password), cost);

const hashOfNobody = () => singleton('hash-of-nobody', () => hash(secretToken(), cost));

/** Compares in the same time whether there is a hash or not, so that the answer's time names no accounts. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const nobody = await hashOfNobody();
  const matches = await verify(stored ?? nobody, normalized(password));
  return stored !== null && matches;
}

/** True when a stored hash was made with other parameters than those in use now. */
export function isOutdated(stored: string): boolean {
  const used = parseOptions(stored);
  return (
    used.memoryCost !== cost.memoryCost ||
    used.timeCost !== cost.timeCost ||
    used.parallelism !== cost.parallelism
  );
}
