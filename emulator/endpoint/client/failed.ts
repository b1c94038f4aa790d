import type { Finding } from '../../errors.ts';
import type { EndpointError } from '../../platform/endpoint-errors.ts';
import type { Complaint } from '../contract/check.ts';
import { excerpt } from './read-body.ts';
import type { Sent } from './sent.ts';

/** Why the bot has nothing to say. `status` where the service answered. */
export interface Failed {
  kind: 'failed';
  error: EndpointError;
  message: string;
  status?: number;
  findings: readonly Finding[];
}

/** Which service did not do its part, and in how many attempts. */
export interface Blame {
  who: string;
  attempts: number;
  /** Takes token and secret out of what the service says. */
  scrub: (text: string) => string;
}

/** What an answer without a good status means, or none at all. */
export function failedSend(sent: Sent, { who, attempts, scrub }: Blame): Failed {
  const often = attempts > 1 ? `, ${attempts} times` : '';
  const error = 'aivendor.custom-endpoint.failed-request';
  if (sent.kind === 'failed') {
    return { kind: 'failed', error, message: `${sent.message}${often}`, findings: [] };
  }
  const { status, headers, body } = sent;
  if (status >= 300 && status < 400) {
    const to = headers.location ?? 'somewhere else';
    const message = `${who} answered ${status}, a redirect to ${excerpt(scrub(to))}; the token goes nowhere but to the configured address`;
    return { kind: 'failed', error, message, status, findings: [] };
  }
  const said = excerpt(scrub(body.toString()));
  const message = `${who} answered ${status}${often}${said ? `: ${said}` : ''}`;
  return { kind: 'failed', error, message, status, findings: [] };
}

/** An answer that cannot be read: the first complaint in the message, all of them as findings. */
export function failedRead(complaints: readonly [Complaint, ...Complaint[]]): Failed {
  const [first, ...more] = complaints;
  const others = more.length > 0 ? `, and ${more.length} more` : '';
  return {
    kind: 'failed',
    error: 'aivendor.custom-endpoint.invalid-response',
    message: `the response cannot be used: ${sentence(first)}${others}`,
    findings: complaints.map((complaint) => findingOf(complaint, 'error')),
  };
}

/** A complaint as a finding. */
export function findingOf(complaint: Complaint, severity: Finding['severity']): Finding {
  const { path } = complaint;
  return {
    code: 'bad-answer',
    severity,
    message: sentence(complaint),
    hint: 'compare it with the page on the basic content of Custom Endpoints',
    ...(path && { path }),
  };
}

function sentence({ path, message }: Complaint): string {
  return path && !message.startsWith(path) ? `${path}: ${message}` : message;
}
