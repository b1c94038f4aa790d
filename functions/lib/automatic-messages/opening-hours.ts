import { type LocalTime, weekdayOf } from './local-time';

/** A time of the week in which the line is open: minutes since Sunday midnight, and for how many. */
interface Open {
  start: number;
  length: number;
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const day = 24 * 60;
const week = 7 * day;

const entry = /^([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/i;

/**
 * Reads opening hours such as `Mon-Fri 09:00-18:00, Sat 22:00-02:00`. Null where a part of them cannot be read: better no
 * hours than wrong ones.
 */
export function openingHours(text: string): Open[] | null {
  const entries = text.split(',').filter((part) => part.trim() !== '');
  const read = entries.map((part) => openOf(part.trim()));
  return read.some((each) => each === null) ? null : read.flatMap((each) => each ?? []);
}

/** When the line opens next; null while it is open, and where it never is. */
export function nextOpening(hours: readonly Open[], now: LocalTime): LocalTime | null {
  const minute = weekdayOf(now) * day + now.minute;
  if (hours.some(({ start, length }) => since(start, minute) < length)) return null;
  const waits = hours.map(({ start }) => since(minute, start));
  if (waits.length === 0) return null;
  const at = now.minute + Math.min(...waits);
  return { day: now.day + Math.floor(at / day), minute: at % day };
}

/** Minutes from one minute of the week to the next time that the other one comes. */
function since(from: number, to: number): number {
  return (to - from + week) % week;
}

function openOf(text: string): Open[] | null {
  const [, from = '', to = from, ...clock] = entry.exec(text) ?? [];
  const [first, last] = [from, to].map((name) => days.indexOf(name.toLowerCase()));
  const [hour, minute, endHour, endMinute] = clock.map(Number);
  const start = minuteOf(hour, minute);
  const end = minuteOf(endHour, endMinute);
  if (first === undefined || last === undefined || first < 0 || last < 0) return null;
  if (start === null || end === null || start === end) return null;
  const length = since(start, end) % day || day;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => ({
    start: ((first + at) % 7) * day + start,
    length,
  }));
}

function minuteOf(hour = NaN, minute = NaN): number | null {
  const at = hour * 60 + minute;
  return minute < 60 && at <= day ? at : null;
}
