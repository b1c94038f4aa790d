import { field } from '../lib/field';

/** A request to be called back, once it has been checked. */
export interface Callback {
  name: string;
  /** In the form of E.164: a plus and 8 to 15 digits. */
  phone: string;
  topic: Topic;
  /** ISO 8601 with its offset. */
  notBefore: string | null;
}

export const topics = ['order', 'billing', 'other'] as const;
export type Topic = (typeof topics)[number];

/** What is wrong with one field, in words that the website can show. */
export interface FieldError {
  field: keyof Callback | 'consent';
  problem: string;
}

/** Reads what the website has sent; all problems at once, so that nobody has to send the form twice. */
export function readForm(form: unknown): { callback: Callback } | { errors: FieldError[] } {
  const name = oneLine(field(form, 'name'));
  const phone = phoneIn(field(form, 'phone'));
  const topic = topics.find((known) => known === field(form, 'topic'));
  const notBefore = timeIn(field(form, 'notBefore'));
  const errors: FieldError[] = [];
  if (name === null) errors.push({ field: 'name', problem: 'needs one line of at most 80 characters' });
  if (phone === null)
    errors.push({ field: 'phone', problem: 'needs its country code, such as +1 212-555-0188' });
  if (topic === undefined) errors.push({ field: 'topic', problem: `must be one of ${topics.join(', ')}` });
  if (notBefore === undefined)
    errors.push({ field: 'notBefore', problem: 'must be a time such as 2026-12-01T09:00:00Z' });
  if (field(form, 'consent') !== true) errors.push({ field: 'consent', problem: 'must be true' });
  if (name === null || phone === null || !topic || notBefore === undefined || errors.length > 0)
    return { errors };
  return { callback: { name, phone, topic, notBefore } };
}

/** Without control characters, which have no place in a name and do harm in other systems. */
function oneLine(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= 80 && !/\p{Cc}/u.test(text) ? text : null;
}

function phoneIn(value: unknown): string | null {
  const text = typeof value === 'string' && value.length <= 40 ? value.replace(/[\s()./-]/g, '') : '';
  return /^\+[1-9]\d{7,14}$/.test(text) ? text : null;
}

/** Null where none is given, `undefined` where it is no time. */
function timeIn(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  const isTime = typeof value === 'string' && form.test(value) && !Number.isNaN(Date.parse(value));
  return isTime ? value : undefined;
}
