import type { Sent } from './sent.ts';

/** Least milliseconds before an attempt after a 429. Source: the "Retry Policy" of LivePerson's APIs. */
const afterTooMany = 1_000;

/**
 * Milliseconds until the next attempt, `null` where there is none. A 4xx is final but for 429; a 5xx, a time-out and a
 * broken connection are repeated. A certificate that is not trusted, a redirect and an answer that is too large stay what
 * they are, so they are final too (ours).
 */
export function pauseAfter(sent: Sent, attempt: number, pauses: readonly number[]): number | null {
  const pause = pauses[attempt - 1];
  if (pause === undefined) return null;
  if (sent.kind === 'failed') return sent.fault === 'tls' || sent.fault === 'too-large' ? null : pause;
  if (sent.status === 429) return Math.max(afterTooMany, asked(sent.headers['retry-after']));
  return sent.status >= 500 ? pause : null;
}

/** `Retry-After` in seconds; one that is a date is passed over (ours). */
function asked(header: string | undefined): number {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : 0;
}
