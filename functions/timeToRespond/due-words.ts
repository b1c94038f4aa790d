import { dayAndTime } from '../lib/automatic-messages/day-and-time';
import { localTime, zoneName } from '../lib/automatic-messages/local-time';

const minute = 60_000;
const day = 24 * 60 * minute;

/** By when an answer is due, in words that follow "an answer": minutes up to an hour and a half, then clock times. */
export function dueWords(due: number, now: number, timeZone: string): string {
  const minutes = Math.ceil((due - now) / minute);
  // What lies behind us, or months ahead, is no promise that anybody can keep or wait for.
  if (minutes <= 0 || due - now > 60 * day) return 'as soon as possible';
  if (minutes <= 90) return `within ${counted(rounded(minutes), 'minute')}`;
  const [at, today] = [localTime(due, timeZone), localTime(now, timeZone)];
  if (!at || !today) return `within ${counted(Math.ceil(minutes / 60), 'hour')}`;
  return `${dayAndTime(at, today)} at the latest (${zoneName(timeZone)})`;
}

/** Up to ten minutes each counts, then every fifth: never less than there is. */
function rounded(minutes: number): number {
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
}

function counted(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`;
}
