import { readFileSync } from 'node:fs';
import { type z } from 'zod';
import { settings, type SettingName } from './settings';

/** Every setting, parsed and typed. Read once; a wrong setting stops the boot with one line per fault. */
export type Config = { [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> };

export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`Wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

function rawValue(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const file = env[`${name}_FILE`];
  if (file) return readFileSync(file, 'utf8').trim();
  return env[name] === '' ? undefined : env[name];
}

/**
 * Parses settings from an environment. `NAME_FILE` names a file that holds the value of `NAME`.
 * @throws ConfigError with one line for each wrong or missing setting.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    try {
      const parsed = setting.schema.safeParse(rawValue(name, env));
      if (parsed.success) values[name] = parsed.data;
      else faults.push(`${name}: ${parsed.error.issues[0]?.message ?? 'wrong value'} (${setting.meaning})`);
    } catch (error) {
      faults.push(`${name}_FILE: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return values as Config;
}

let current: Config | undefined;

/** The settings of this process. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

export { settings } from './settings';
