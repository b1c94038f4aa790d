/** Deeper than any request; beyond it a value stays as it is, so that a nest of thousands does not end the call. */
const deepest = 60;

/** How protobuf wraps a text: `{ "kind": "stringValue", "stringValue": "…" }` stands where a plain text would. */
const wrapping = 'stringValue';

/**
 * A copy of `value` in which each text under one of `keys` has been changed, at any depth, also those in a list under
 * such a key. `change` is told the key. Everything else stays as it is.
 */
export function mapTexts<Value>(
  value: Value,
  keys: ReadonlySet<string>,
  change: (text: string, key: string) => string,
): Value {
  const copy = (inner: unknown, under: string, depth: number): unknown => {
    if (typeof inner === 'string') return keys.has(under) ? change(inner, under) : inner;
    if (typeof inner !== 'object' || inner === null || depth === deepest) return inner;
    if (Array.isArray(inner)) return inner.map((item) => copy(item, under, depth + 1));
    const entries = Object.entries(inner).map(([key, below]) => [
      key,
      copy(below, key === wrapping ? under : key, depth + 1),
    ]);
    return Object.fromEntries(entries);
  };
  return copy(value, '', 0) as Value;
}
