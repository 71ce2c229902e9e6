import { describe, expect, it } from 'vitest';
import { canMove, isRevisable, offerMoves, offerStates, stateOn, transitions } from './states';

describe('transitions', () => {
  it('name each move of each state once', () => {
    const pairs = transitions.flatMap(({ move, from }) => from.map((state) => `${move} ${state}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(transitions.map(({ move }) => move))).toEqual(new Set(offerMoves));
  });

  it('leave nothing of an accepted offer to change', () => {
    expect(offerMoves.filter((move) => canMove('accepted', move))).toEqual([]);
  });

  it('answer and withdraw only what is open', () => {
    for (const move of ['accept', 'decline', 'expire', 'withdraw'] as const) {
      expect(offerStates.filter((state) => canMove(state, move))).toEqual(['sent']);
    }
  });

  it('replace whatever was sent and not accepted', () => {
    expect(offerStates.filter(isRevisable)).toEqual(['sent', 'declined', 'expired', 'withdrawn']);
  });
});

describe('stateOn', () => {
  it.each([
    ['sent', '2026-11-21', '2026-11-21', 'sent'],
    ['sent', '2026-11-21', '2026-11-22', 'expired'],
    ['sent', null, '2026-11-22', 'sent'],
    ['draft', '2026-11-21', '2026-11-22', 'draft'],
    ['accepted', '2026-11-21', '2026-11-22', 'accepted'],
    ['withdrawn', '2026-11-21', '2026-11-22', 'withdrawn'],
  ] as const)('%s until %s, on %s', (state, validUntil, today, wanted) => {
    expect(stateOn({ state, validUntil }, today)).toBe(wanted);
  });
});
