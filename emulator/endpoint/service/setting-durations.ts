import { kind } from './setting-kinds.ts';

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds from `from` to `to`, written as `500ms`, `30s`, `10m`, `24h` or `7d`; `bounds` tells of both in words. */
function duration(bounds: string, from: number, to = Infinity) {
  return kind(`a duration such as 500ms, 30s, 10m or 24h${bounds}`, (text) => {
    const [, amount, unit = ''] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
    const time = Number(amount) * units[unit as keyof typeof units];
    return time >= from && time <= to ? time : undefined;
  });
}

/** The longest that a timer of Node can wait is a little more; with anything above it would go off at once. */
const longestWait = 24 * units.d;

/** Any duration. */
export const span = duration('', 0);

/** How long something is kept, which would be useless if it were not kept at all. */
export const keeping = duration(', and more than nothing', 1);

/** How long something is waited for. */
export const patience = duration(', more than nothing and at most 24d', 1, longestWait);

/** How long something is waited for, if at all. */
export const grace = duration(', and at most 24d', 0, longestWait);
