import type { Input } from '../lib/events';
import { field } from '../lib/field';
import { header } from '../lib/header';
import { identifier } from '../lib/identifier';
import { requestJson } from '../lib/outbound/request-json';
import { secretText } from '../lib/outbound/secret-text';
import { crmAddress, crmSecret } from '../lib/outbound/crm';
import { readForm, type Callback, type FieldError } from './form';

/** The website's form, as nobody has checked it yet; form.ts says what it should hold. */
type Request = Partial<Record<keyof Callback | 'consent', unknown>> | null;

/** What the website shows. `retry` tells whether the same request may work later. */
type Response =
  { accepted: true; reference: string | null } | { accepted: false; retry: boolean; errors: FieldError[] };

/** The website's visitor waits: far below the 15 s after which the Java client gives up. */
const timeouts = { secret: 1000, backend: 5000 };

/** Takes a request to be called back from a website, checks it, and hands it to the CRM. */
export async function lambda(input: Input<Request>): Promise<Response> {
  const form = readForm(field(input, 'payload'));
  if ('errors' in form) return { accepted: false, retry: false, errors: form.errors };
  const requestId = identifier(header(field(input, 'headers'), 'x-request-id'));
  const handed = await handOver(form.callback, requestId);
  console.info('callback requested', { requestId, topic: form.callback.topic, outcome: handed.outcome });
  if (handed.outcome === 'accepted') return { accepted: true, reference: handed.reference };
  return { accepted: false, retry: handed.outcome === 'unavailable', errors: [] };
}

type HandedOver = { outcome: 'accepted'; reference: string | null } | { outcome: 'refused' | 'unavailable' };

/** The request's id goes along, by which the CRM tells a request that comes twice: clients try again by themselves. */
async function handOver(callback: Callback, requestId: string | null): Promise<HandedOver> {
  const token = await secretText(crmSecret, timeouts.secret);
  if (token === null) return unavailable('secret');
  const answer = await requestJson({
    method: 'POST',
    url: `${crmAddress()}/callbacks`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(requestId !== null && { 'idempotency-key': requestId }),
    },
    body: callback,
    timeout: timeouts.backend,
  });
  if (answer.outcome !== 'answered') return unavailable(answer.outcome);
  if (answer.status >= 500 || answer.status === 429) return unavailable(`status ${answer.status}`);
  if (answer.status >= 300) {
    console.error('CRM refused a callback', { requestId, status: answer.status });
    return { outcome: 'refused' };
  }
  return { outcome: 'accepted', reference: identifier(field(answer.body, 'reference')) };
}

function unavailable(reason: string): HandedOver {
  console.warn('CRM gave no usable answer', { reason });
  return { outcome: 'unavailable' };
}
