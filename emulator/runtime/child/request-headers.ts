/** Headers in any form that undici takes: a flat list, pairs, or an object; names in small letters. */
export function headersOf(headers: unknown): Record<string, string> {
  const flat = Array.isArray(headers) && !Array.isArray(headers[0]);
  const pairs = flat ? pairsOf(headers) : isIterable(headers) ? headers : Object.entries(headers ?? {});
  const named: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    named[String(name).toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
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
