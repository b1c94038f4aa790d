import { requestJson } from './request-json';
import { setting } from '../setting';

/** A report for people or their tools. */
export interface Report {
  /** What reports, as the log calls it, such as `error`. */
  of: string;
  /** The environment variable with the webhook's address; without it nothing is sent. */
  variable: string;
  /** Told by the receiver when it gets a report twice. */
  id?: string | undefined;
  /** The line that chat tools show. */
  text: string;
  report: object;
}

/** Milliseconds for the webhook: nobody waits for its answer, but the run time is paid. */
const timeout = 500;

/** Posts a report where the environment variable says. Never rejects: what goes wrong is one entry in the log. */
export async function postReport({ of, variable, id, text, report }: Report): Promise<void> {
  const url = setting(variable, '');
  if (url === '') return;
  const headers: Record<string, string> = id === undefined ? {} : { 'idempotency-key': id };
  const sent = await requestJson({ method: 'POST', url, headers, body: { text, ...report }, timeout });
  if (sent.outcome !== 'answered') console.warn(`${of} webhook gave no answer`, { outcome: sent.outcome });
  else if (sent.status >= 300) console.warn(`${of} webhook refused the report`, { status: sent.status });
}
