import { stringify } from './own-json.ts';

/** JSON text of anything at all, for logs and messages: what JSON cannot carry is named instead. */
export function toJson(value: unknown): string | undefined {
  const above: unknown[] = [];
  try {
    return stringify(value, function replace(this: unknown, _key, inner: unknown) {
      if (typeof inner === 'bigint') return `${inner}n`;
      if (typeof inner === 'function') return `[function ${inner.name}]`;
      if (inner instanceof Error) return { name: inner.name, message: inner.message };
      if (typeof inner !== 'object' || inner === null) return inner;
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (above.includes(inner)) return '[circular]';
      above.push(inner);
      return inner;
    });
  } catch (error) {
    return stringify(`[not JSON: ${String(error)}]`);
  }
}
