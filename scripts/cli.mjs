// `npm run cli -- …`: the operator commands, with the settings of the running demo unless DATABASE_URL says otherwise.
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { readEnvFile } from './instance/env-file.mjs';
import { inRoot } from './instance/paths.mjs';

if (!process.env.DATABASE_URL) {
  process.env = { ...process.env, ...readEnvFile(inRoot('.data', 'demo.env')) };
}
// npm changes to the root of the repository; file names are meant from where the command was typed.
if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

register();
await import(pathToFileURL(inRoot('core', 'src', 'cli', 'main.ts')).href);
