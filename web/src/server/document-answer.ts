import { AsyncLocalStorage } from 'node:async_hooks';
import { singleton } from '@countinghouse/core/platform/singleton';

// Our server and Next are two bundles with this module in each.
const answers = () => singleton('document-answers', () => new AsyncLocalStorage<true>());

/** Runs what answers with a whole document, and not with data for a page that the browser has already. */
export const writingDocument = <Result>(write: () => Result): Result => answers().run(true, write);

/** Whether a whole document is being written. */
export const writesDocument = (): boolean => answers().getStore() === true;
