/** Tells the time. Verbs take it from their context, so that a test can say what time it is. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that stands still. */
export const fixedClock =
  (instant: Date | string): Clock =>
  () =>
    new Date(instant);
