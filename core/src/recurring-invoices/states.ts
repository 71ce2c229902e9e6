export * from './recurrence';

export const recurringStates = ['active', 'paused', 'ended'] as const;
export type RecurringState = (typeof recurringStates)[number];

/** What happens with the invoice of a date: it waits as a draft, is issued, or is issued and mailed. */
export const recurringModes = ['draft', 'issue', 'issue_and_send'] as const;
export type RecurringMode = (typeof recurringModes)[number];

/** Why a series is paused: someone did so, or so many dates were missed that a person should look first. */
export type PauseReason = 'by_hand' | 'catch_up';

/** So many missed dates are made up for in a row; then the series waits for a person. */
export const MOST_CAUGHT_UP = 24;

/** What is still to be done with the invoice of a date. */
export type RunStep = 'issue' | 'send' | 'done';

export const stateOf = (series: { paused: boolean; ended: boolean }): RecurringState => {
  if (series.ended) return 'ended';
  return series.paused ? 'paused' : 'active';
};

/** The step after the invoice has been made, or issued. */
export const stepAfter = (mode: RecurringMode, done: 'make' | 'issue'): RunStep => {
  if (mode === 'draft') return 'done';
  if (done === 'make') return 'issue';
  return mode === 'issue_and_send' ? 'send' : 'done';
};
