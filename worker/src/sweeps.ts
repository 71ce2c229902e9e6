import type { Sweep } from './schedules';

/** What is looked after regularly: expired, stuck and left over things. */
export const sweeps: readonly Sweep[] = [];
