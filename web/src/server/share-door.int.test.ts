import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { newId } from '@countinghouse/core/platform/ids';
import { isSharePath, mayAskForShared } from './share-door';

const from = (address: string) =>
  ({ headers: { 'x-client-address': address } }) as unknown as IncomingMessage;

it('lets nobody try out many links', async () => {
  const address = newId();
  const answers: boolean[] = [];
  for (let count = 0; count < 65; count += 1) answers.push(await mayAskForShared(from(address)));
  expect(answers.filter(Boolean)).toHaveLength(60);
  expect(answers.slice(60)).not.toContain(true);
  expect(await mayAskForShared(from(newId()))).toBe(true);
});

it('counts public pages alone', () => {
  expect(isSharePath('/share/abc/pdf')).toBe(true);
  expect(isSharePath('/shared/abc')).toBe(false);
  expect(isSharePath('/demo/share')).toBe(false);
});
