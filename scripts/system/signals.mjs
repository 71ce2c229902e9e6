// Ctrl-C, SIGTERM and a closed terminal all mean: stop everything, then go.
import { readFileSync } from 'node:fs';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

// A signal to the whole group comes twice: make passes on its own copy.
const SAME_SIGNAL_MS = 2000;

/** Calls `stop` on the first signal and `force` on a later one; the process exits when it is done. */
export function onStopSignal(stop, force) {
  let stopping = 0;
  const handle = (signal) => {
    if (stopping) return void (Date.now() - stopping > SAME_SIGNAL_MS && force());
    stopping = Date.now();
    void Promise.resolve(stop(signal)).finally(() => process.exit(EXIT_CODES[signal]));
  };
  for (const signal of Object.keys(EXIT_CODES)) process.on(signal, handle);
  watchMake(() => !stopping && handle('SIGINT'));
}

/**
 * make passes SIGTERM on but keeps a SIGINT that was sent to it alone, and says nothing when it is killed.
 * Both can be seen from here: it blocks SIGINT while it waits for us, or we get another parent.
 */
function watchMake(interrupted) {
  if (!process.env.MAKELEVEL) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || blocksInterrupt(parent)) interrupted();
  }, 500).unref();
}

function blocksInterrupt(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (!/^Name:\s+g?make$/m.test(status)) return false;
    return (parseInt(/^SigBlk:\s+(\w+)$/m.exec(status)[1].slice(-2), 16) & 0b10) !== 0;
  } catch {
    return false;
  }
}
