// `make demo`: the production build with its services, on this machine.
import { runLocal } from './instance/local.mjs';

await runLocal({ command: 'demo', watch: false });
