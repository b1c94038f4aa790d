/** What calendar and clock show at one place: days since 1970, and minutes since midnight. */
export interface LocalTime {
  day: number;
  minute: number;
}

/** The time at `timeZone`, such as `Europe/Berlin`; null where there is no such zone or moment. */
export function localTime(at: number, timeZone: string): LocalTime | null {
  const parts = localParts(at, timeZone);
  if (!parts) return null;
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return {
    day: Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000,
    minute: part('hour') * 60 + part('minute'),
  };
}

/** Sunday is 0; the first of January 1970 was a Thursday. */
export function weekdayOf({ day }: LocalTime): number {
  return (day + 4) % 7;
}

/** The zone as people call it: `Berlin time`. */
export function zoneName(timeZone: string): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return timeZone.includes('/') ? `${city} time` : timeZone;
}

function localParts(at: number, timeZone: string): Intl.DateTimeFormatPart[] | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    }).formatToParts(at);
  } catch {
    return null;
  }
}
