import { type z } from 'zod';
import { settings } from './settings';

const groups: [string, RegExp][] = [
  ['Process', /^(NODE_ENV|COUNTINGHOUSE_|LOG_|HOST|PORT|DEPLOYMENT_)/],
  ['Postgres and Redis', /^(DATABASE_|REDIS_)/],
  ['Object storage', /^(STORAGE_|S3_)/],
  ['Public address, secrets, mail', /^(NEXTAUTH_|ENCRYPTION_|SMTP_|MAIL_|TRUSTED_)/],
  ['Operations', /^OPERATIONS_|^WORKER_/],
  ['Limits and tools', /./],
];

function standard(schema: z.ZodType): string {
  const parsed = schema.safeParse(undefined);
  if (!parsed.success || parsed.data === undefined) return '';
  return typeof parsed.data === 'boolean'
    ? parsed.data
      ? '1'
      : '0'
    : JSON.stringify(parsed.data).replaceAll('"', '');
}

/** The text of `.env.example`: every setting with its meaning and default. Any name also takes `_FILE`. */
export function envExample(): string {
  const left = new Map<string, { schema: z.ZodType; meaning: string }>(Object.entries(settings));
  const lines = ['# Every setting of Countinghouse. NAME_FILE names a file that holds the value of NAME.'];
  for (const [title, pattern] of groups) {
    lines.push('', `# --- ${title}`);
    for (const [name, { schema, meaning }] of left) {
      if (!pattern.test(name)) continue;
      const needed = schema.safeParse(undefined).success ? '' : ' (needed)';
      lines.push(`# ${meaning}${needed}`, `${name}=${standard(schema)}`);
      left.delete(name);
    }
  }
  return `${lines.join('\n')}\n`;
}
