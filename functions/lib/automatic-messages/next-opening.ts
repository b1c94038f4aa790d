import { dayAndTime } from './day-and-time';
import { localTime, zoneName } from './local-time';
import { nextOpening, openingHours } from './opening-hours';
import { setting } from '../setting';

/**
 * When the line opens next, in words, by the settings OPENING_HOURS and TIME_ZONE; null where they do not say, or say
 * that it is open: then the account knows of a holiday that they do not.
 */
export function nextOpeningWords(at: number): string | null {
  const [text, timeZone] = [setting('OPENING_HOURS', ''), setting('TIME_ZONE', 'UTC')];
  if (text === '') return null;
  const hours = openingHours(text);
  const now = localTime(at, timeZone);
  if (!hours || !now) {
    console.warn('OPENING_HOURS or TIME_ZONE cannot be read', { OPENING_HOURS: text, TIME_ZONE: timeZone });
    return null;
  }
  const next = nextOpening(hours, now);
  return next && `${dayAndTime(next, now)} (${zoneName(timeZone)})`;
}
