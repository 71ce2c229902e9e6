import { expect, it } from 'vitest';
import { auditEvents, timeline } from './timeline';

const line = (id: string, at: string, action: string) => ({
  id,
  at,
  action,
  actor: { type: 'user' as const, id: 'u', name: 'Ann' },
  entityType: 'invoice',
  entityId: 'i',
  entityName: 'INV-1',
  changes: {},
  ip: null,
  requestId: null,
});

it('puts the newest first; what has only a date ends its day', () => {
  const events = timeline(
    [
      { key: 'issued', at: '2026-11-12T09:00:00.000Z', text: '' },
      { key: 'viewed', at: '2026-11-14T08:00:00.000Z', text: '' },
    ],
    [{ key: 'paid', at: '2026-11-14', text: '' }],
    [{ key: 'made', at: '2026-11-12T08:59:00.000Z', text: '' }],
  );
  expect(events.map(({ key }) => key)).toEqual(['paid', 'viewed', 'issued', 'made']);
});

it('leaves out what another source tells better', () => {
  const lines = [
    line('1', '2026-11-12T09:00:00.000Z', 'invoice.send'),
    line('2', '2026-11-12T09:00:00.000Z', 'invoice.issue'),
  ];
  expect(auditEvents(lines, ({ action }) => action)).toEqual([
    { key: '2', at: '2026-11-12T09:00:00.000Z', text: 'invoice.issue', tone: 'good' },
  ]);
});
