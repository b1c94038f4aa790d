import { requestJson } from './request-json';
import { secretText } from './secret-text';

/** What to ask: the address, and the secret that holds the token for it. */
export interface Question {
  /** Such as `https://backend.example.com`, with or without a slash at its end. */
  base: string;
  /** The steps of the path, each checked by the caller: encoding keeps `..` and fails on half a character. */
  path: readonly string[];
  secret: string;
  headers?: Record<string, string>;
  /** Milliseconds for the secret and for the backend, each. */
  timeouts: { secret: number; backend: number };
}

/** What the backend says; `unavailable` names the reason for the log. */
export type BackendAnswer =
  { outcome: 'found'; body: unknown } | { outcome: 'not-found' } | { outcome: 'unavailable'; reason: string };

/** Asks a backend with the account's token. Never rejects: 200 is found, 404 not found, anything else unavailable. */
export async function askBackend({
  base,
  path,
  secret,
  headers,
  timeouts,
}: Question): Promise<BackendAnswer> {
  const token = await secretText(secret, timeouts.secret);
  if (token === null) return { outcome: 'unavailable', reason: 'secret' };
  const answer = await requestJson({
    method: 'GET',
    url: [base.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/'),
    headers: { ...headers, authorization: `Bearer ${token}` },
    timeout: timeouts.backend,
  });
  if (answer.outcome !== 'answered') return { outcome: 'unavailable', reason: answer.outcome };
  if (answer.status === 404) return { outcome: 'not-found' };
  if (answer.status !== 200) return { outcome: 'unavailable', reason: `status ${answer.status}` };
  return { outcome: 'found', body: answer.body };
}
