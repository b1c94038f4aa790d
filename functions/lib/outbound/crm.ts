import { askBackend, type BackendAnswer } from './backend';
import { setting } from '../setting';

/** The secret that holds the CRM's token; secrets are created in the Functions UI. */
export const crmSecret = 'crm-backend';

/** Where the CRM is, without a slash at its end. */
export function crmAddress(): string {
  return setting('CRM_URL', 'https://crm.example.com').replace(/\/+$/, '');
}

/** How to ask: milliseconds to wait, and the language of texts in the answer. */
export interface Asking {
  timeout: number;
  language?: string | null;
}

/** Asks the CRM about a customer: `GET {CRM_URL}/customers/{id}/…`. Never rejects. */
export function askCrm(
  customerId: string,
  about: readonly string[],
  { timeout, language }: Asking,
): Promise<BackendAnswer> {
  return askBackend({
    base: crmAddress(),
    path: ['customers', customerId, ...about],
    secret: crmSecret,
    ...(language && { headers: { 'accept-language': language } }),
    timeouts: { secret: Math.min(timeout, 1000), backend: timeout },
  });
}

/** A customer's id; null for anything else, such as a variable that its caller did not fill in: `{{custom.customerId}}`. */
export function customerIdIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w-]{1,40}$/.test(text.trim()) ? text.trim() : null;
}
