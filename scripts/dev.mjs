// `make dev`: the same services; web and worker reload when their sources change.
import { runLocal } from './instance/local.mjs';

await runLocal({ command: 'dev', watch: true });
