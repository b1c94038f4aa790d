import { type LocalTime, weekdayOf } from './local-time';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A moment of today or later as one would say it: `today at 14:30`, `tomorrow at 09:00`, `on Monday at 09:00`. */
export function dayAndTime(moment: LocalTime, now: LocalTime): string {
  return `${dayName(moment, now)} at ${clock(moment.minute)}`;
}

/** A weekday names only the days up to the next one of that name. */
function dayName(moment: LocalTime, now: LocalTime): string {
  const days = moment.day - now.day;
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? `on ${weekdays[weekdayOf(moment)]}` : `in ${days} days`;
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
