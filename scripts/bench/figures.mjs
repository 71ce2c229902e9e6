// The little arithmetic of the measurements.

/** The value below which `share` (0 to 1) of the sorted numbers lie. */
const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? NaN;

export const percentile = (numbers, share) =>
  at(
    Float64Array.from(numbers).sort((a, b) => a - b),
    share,
  );

export const median = (numbers) => percentile(numbers, 0.5);

/** p50, p95 and p99 of milliseconds. */
export function percentiles(milliseconds) {
  const sorted = Float64Array.from(milliseconds).sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) };
}

const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
export const show = (value, unit) => `${round(value).toLocaleString('en')} ${unit}`;

/** A line of the table whose goal is a part of its ceiling, where more is better. */
export const share = ({ what, unit, measured, ceiling, goal, ...rest }) => ({
  what,
  measured: show(measured, unit),
  ceiling: show(ceiling, unit),
  ratio: round(measured / ceiling),
  goal: `≥ ${goal}`,
  ok: measured / ceiling >= goal,
  ...rest,
});

/** A line whose goal is a multiple of what the bare way takes, where less is better. */
export const multiple = ({ what, unit, measured, ceiling, goal, ...rest }) => ({
  what,
  measured: show(measured, unit),
  ceiling: show(ceiling, unit),
  ratio: round(measured / ceiling),
  goal: `≤ ${goal}`,
  ok: measured / ceiling <= goal,
  ...rest,
});

/** A line with an upper bound of its own. */
export const below = ({ what, unit, measured, goal, ...rest }) => ({
  what,
  measured: show(measured, unit),
  goal: `< ${show(goal, unit)}`,
  ok: measured < goal,
  ...rest,
});
