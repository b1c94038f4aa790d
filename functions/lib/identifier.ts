/**
 * What looks like an id or a name of the platform's, as a text, else null: a sentence might be the consumer's, and has
 * no place in a log or a report. Some ids are documented as numbers and seen as texts.
 */
export function identifier(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w.:-]{1,200}$/.test(text) ? text : null;
}
