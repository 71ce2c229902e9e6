// What `make bench` can be told: node scripts/bench/main.mjs --only list,post --scale 0.05
import { parseArgs } from 'node:util';
import { Failure } from '../system/say.mjs';

const OPTIONS = {
  only: { type: 'string' },
  scale: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '3' },
  runs: { type: 'string', default: '3' },
  full: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
};

function positive(name, text) {
  const value = Number(text);
  if (value > 0) return value;
  throw new Failure(`--${name} must be a number above 0, not "${text}".`);
}

/** The options of the command line, with numbers as numbers and `only` as names that exist. */
export function readOptions(names, args = process.argv.slice(2)) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const only = values.only?.split(',').map((name) => name.trim()) ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Failure(`There is no row "${unknown}". Rows: ${names.join(', ')}`);
  return {
    only,
    full: values.full,
    profile: values.profile,
    scale: Math.min(1, positive('scale', values.scale)),
    seconds: positive('seconds', values.seconds),
    runs: Math.ceil(positive('runs', values.runs)),
  };
}
