import type { Span } from '../lib/events/automatic-messages';
import { positiveNumber } from '../lib/positive-number';
import { timestamp } from '../lib/automatic-messages/timestamp';

/** `minutes` is documented; the others are inferred. */
const units: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 24 * 60 };

/**
 * Whole minutes since the first moment that is known; where none is, as many as have passed at least, because the account
 * calls after this span. Null where nothing is known.
 */
export function idleMinutes(
  now: number,
  moments: readonly unknown[],
  span: Span | null | undefined,
): number | null {
  const since = moments.map(timestamp).find((moment) => moment !== null);
  if (since) return Math.max(0, Math.floor((now - since) / 60_000));
  const unit = String(span?.timeUnits).toLowerCase();
  const time = positiveNumber(span?.time);
  return time === null || !Object.hasOwn(units, unit) ? null : Math.floor(time * (units[unit] ?? 1));
}
