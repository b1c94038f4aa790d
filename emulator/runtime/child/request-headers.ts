import { isHeaderContent, isToken } from '../../platform/http-grammar.ts';
import { invalidArgument } from './failure.ts';

/** Throws what undici throws for a method that it does not send. */
export function assertMethod(method: string): void {
  if (!isToken(method)) throw invalidArgument('invalid request method');
}

/**
 * Headers in any form that undici takes: a flat list, pairs, or an object; names in small letters. Throws what undici
 * throws for those that it does not send.
 */
export function headersOf(headers: unknown): Record<string, string> {
  const flat = Array.isArray(headers) && !Array.isArray(headers[0]);
  const pairs = flat ? pairsOf(headers) : isIterable(headers) ? headers : Object.entries(headers ?? {});
  const named: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    if (!isToken(String(name))) throw invalidArgument('invalid header key');
    if (!isHeaderContent(text)) throw invalidArgument(`invalid ${String(name)} header`);
    named[String(name).toLowerCase()] = text;
  }
  return named;
}

function pairsOf(flat: unknown[]): [unknown, unknown][] {
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [[name, flat[index + 1]] as [unknown, unknown]] : [],
  );
}

function isIterable(value: unknown): value is Iterable<[unknown, unknown]> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
