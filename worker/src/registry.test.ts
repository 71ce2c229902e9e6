import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from '@countinghouse/core/platform/queues';
import { handle } from './handler';
import { createRegistry } from './registry';

const job = defineJob({ name: 'test.mark', payload: z.object({}) });

describe('registry', () => {
  it('refuses to start when a defined job has no handler', () => {
    expect(() => createRegistry([job], [])).toThrow('no handler for: test.mark');
    const handler = handle(job, { run: async () => undefined });
    expect(() => createRegistry([job], [handler, handler])).toThrow(/two handlers/);
    expect(createRegistry([job], [handler]).get('test.mark')).toBe(handler);
  });
});
