import type { BackendAnswer } from '../lib/outbound/backend';
import { askCrm, customerIdIn } from '../lib/outbound/crm';
import type { Input } from '../lib/events';
import { field } from '../lib/field';
import { header } from '../lib/header';

/** What the integration is set up to send; the values are variables of the bot, and may be empty or left as they are. */
interface Request {
  customerId?: string;
}

/** Flat, and every key always there, so that each can be a custom data field: `{$.<response variable>.firstName}`. */
interface Response {
  /** Whether the CRM knows the customer. */
  found: boolean;
  /** Whether everything that was asked for was answered; what was not is an empty text. */
  complete: boolean;
  firstName: string;
  tier: string;
  lastOrder: string;
  lastOrderStatus: string;
  nextAppointment: string;
}

/** Far below the 15 s that Conversation Builder reads for in Europe and Asia. */
const timeout = 4000;

/** Asks the CRM three things at once and answers them as one, for a bot of Conversation Builder. */
export async function lambda(input: Input<Request | null>): Promise<Response> {
  const customerId = customerIdIn(field(input, 'payload', 'customerId'));
  if (customerId === null) return responseOf([]);
  const language = languageIn(header(field(input, 'headers'), 'x-language'));
  const ask = (...about: string[]) => askCrm(customerId, about, { timeout, language });
  const answers = await Promise.all([ask(), ask('orders', 'latest'), ask('appointments', 'next')]);
  const failed = answers.flatMap((answer) => (answer.outcome === 'unavailable' ? [answer.reason] : []));
  if (failed.length > 0) console.warn('CRM did not answer everything', { failed });
  return responseOf(answers);
}

function responseOf([customer, order, appointment]: readonly BackendAnswer[]): Response {
  return {
    found: customer?.outcome === 'found',
    complete: ![customer, order, appointment].some((answer) => answer?.outcome === 'unavailable'),
    firstName: text(customer, 'firstName'),
    tier: text(customer, 'tier'),
    lastOrder: text(order, 'number'),
    lastOrderStatus: text(order, 'status'),
    nextAppointment: text(appointment, 'at'),
  };
}

/** Never null: a bot would show the word. */
function text(answer: BackendAnswer | undefined, key: string): string {
  const value = answer?.outcome === 'found' ? field(answer.body, key) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
}

/** A language tag such as de-DE; it goes into a header, so nothing else may. */
function languageIn(value: string | null): string | null {
  return value !== null && /^[A-Za-z]{2,3}(-[A-Za-z\d]{2,8}){0,3}$/.test(value) ? value : null;
}
