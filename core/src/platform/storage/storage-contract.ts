import { afterAll, beforeAll, describe } from 'vitest';
import { describeFaults } from './contract/faults';
import { describeLinks } from './contract/links';
import { describeObjects } from './contract/objects';
import type { Subject } from './contract/subject';
import type { Storage } from './types';

/** What every driver must do. A driver's own suite hands in its store and runs this. */
export function describeStorageContract(openSubject: () => Promise<Subject>): void {
  let subject: Subject;
  let storage: Storage;

  beforeAll(async () => {
    subject = await openSubject();
    storage = subject.open();
    await storage.prepare();
  });
  afterAll(() => subject.close());

  describe('objects', () => describeObjects(() => storage));
  describe('faults', () =>
    describeFaults(
      () => subject,
      () => storage,
    ));
  describe('links', () =>
    describeLinks(
      () => subject,
      () => storage,
    ));
}
