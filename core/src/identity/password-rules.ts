import { invalid } from '../platform/errors';
import { fold } from '../platform/search';
import { commonWords } from './common-words';
import { PASSWORD_MAX, PASSWORD_MIN } from './schemas';

/** Why a password is refused; keys of the `errors` texts. */
export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

const MIN_DIFFERENT = 5;
const RUN_LENGTH = 4;
/** Letters of its own that a password must have beside common words and runs. */
const MIN_OWN = 4;
/** A phrase of more common words than this is hard to guess even so. */
const MAX_WORDS = 2;
const MIN_PERSONAL = 4;

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujm',
  'абвгдежзиклмнопрстуфхцчшщъыьэюя',
  'ицукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];
const backwards = (text: string) => [...text].reverse().join('');
const runs = [...rows, ...rows.map(backwards)];

const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const undisguise = (text: string) => text.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);

/** Length of the longest piece of a keyboard row or an alphabet at a position. */
function runAt(text: string, from: number): number {
  let longest = 0;
  for (let length = RUN_LENGTH; from + length <= text.length; length += 1) {
    const piece = text.slice(from, from + length);
    if (!runs.some((run) => run.includes(piece))) break;
    longest = length;
  }
  return longest;
}

function withoutRuns(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length === 0) kept += text[at] ?? '';
    at += length || 1;
  }
  return kept;
}

/** The text said once, where it is nothing but repetitions of one part. */
function withoutRepeats(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

const longestFirst = [...new Set([...commonWords].map(fold))].sort((a, b) => b.length - a.length);

/** What is left once the longest common words are taken out, and how many that were. */
function withoutWords(text: string): { rest: string; words: number } {
  let rest = text;
  let words = 0;
  for (const word of longestFirst) {
    if (!rest.includes(word)) continue;
    words += rest.split(word).length - 1;
    rest = rest.replaceAll(word, ' ');
  }
  return { rest, words };
}

const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');

function isGuessable(folded: string): boolean {
  if (new Set(folded).size < MIN_DIFFERENT) return true;
  const plain = withoutRepeats(folded);
  if (plain.length < PASSWORD_MIN / 2 + 1 && plain.length < folded.length) return true;
  const texts = [plain, undisguise(plain)];
  // Letters and digits that take turns: 1q2w3e4r.
  if (letters(plain).length >= RUN_LENGTH) texts.push(letters(plain));
  return texts.some((text) => {
    const { rest, words } = withoutWords(withoutRuns(text));
    const own = new Set(letters(rest)).size;
    const digitsOnly = words === 0 && own === 0 && withoutRuns(text).length >= PASSWORD_MIN;
    return own < MIN_OWN && words <= MAX_WORDS && !digitsOnly;
  });
}

function isPersonal(folded: string, person: { email: string; name: string }): boolean {
  const [local = ''] = person.email.split('@');
  const parts = [local, ...local.split(/[._+-]/), ...fold(person.name).split(/[^\p{L}\p{N}]+/u)];
  const found = parts.map(fold).filter((part) => part.length >= MIN_PERSONAL && folded.includes(part));
  const longest = Math.max(0, ...found.map((part) => part.length));
  return folded.length - longest < PASSWORD_MIN && longest > 0;
}

/** What is wrong with a new password: too short, known or built like the known ones, or about the person. */
export function passwordFault(
  password: string,
  person: { email: string; name: string },
): PasswordFault | null {
  if (password.length > PASSWORD_MAX) return 'password-long';
  if ([...password].length < PASSWORD_MIN) return 'password-short';
  const folded = fold(password);
  if (isPersonal(folded, person)) return 'password-personal';
  return isGuessable(folded.replace(/\s/g, '')) ? 'password-common' : null;
}

/** @throws AppError `invalid` at the field's path, with the fault as its reason */
export function demandGoodPassword(
  path: string,
  password: string,
  person: { email: string; name: string },
): void {
  const fault = passwordFault(password, person);
  if (!fault) return;
  throw invalid(path, fault, { reason: fault });
}
