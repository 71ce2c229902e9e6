import { Failure } from '../system/say.mjs';

/** Refuses a Node that is too old, in one line. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(`Node 20.19 or newer is needed; this is ${process.version}.`);
}
