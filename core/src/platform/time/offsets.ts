const hour = 3_600_000;
const mostCachedHours = 200_000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset at the start of each hour (UTC) that was asked for. */
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/**
 * Whether `name` is a time zone of the IANA database ("Europe/London", "UTC"); bare offsets are not.
 */
export function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    zone(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Milliseconds by which the zone's clocks are ahead of UTC at an instant (ms since 1970).
 * @throws RangeError for an unknown zone
 */
export function offsetAt(instant: number, timeZone: string): number {
  const { format, offsets } = zone(timeZone);
  const start = Math.floor(instant / hour) * hour;
  const before = cachedOffset(start, format, offsets);
  if (instant === start || before === cachedOffset(start + hour, format, offsets)) return before;
  return exactOffset(instant, format);
}

/** An hour whose ends agree has one offset; Intl is asked once an hour of data and not once a value. */
function cachedOffset(start: number, format: Intl.DateTimeFormat, offsets: Map<number, number>): number {
  const known = offsets.get(start);
  if (known !== undefined) return known;
  if (offsets.size >= mostCachedHours) offsets.clear();
  const offset = exactOffset(start, format);
  offsets.set(start, offset);
  return offset;
}

function exactOffset(instant: number, format: Intl.DateTimeFormat): number {
  const second = Math.floor(instant / 1000) * 1000;
  // en-US with these fields prints "12/01/2010, 08:26:00".
  const [month, day, year, hours, minutes, seconds] = format.format(second).split(/\D+/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) - second;
}

function zone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const made = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, made);
  return made;
}
