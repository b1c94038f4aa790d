/** One local secret; its value is text or whatever JSON holds, as in the platform's secret storage. */
export interface Secret {
  key: string;
  value: unknown;
}

/** Source: developers.liveperson.com/liveperson-functions-foundations-limitations.html. */
const keyShape = /^[\w-]+$/;

/** Whether the platform takes `key` for a secret; `longest` is its limit. */
export function isSecretKey(key: string, longest: number): boolean {
  return keyShape.test(key) && key.length <= longest;
}

/**
 * Characters of a value as the storage counts them: what is not text counts as JSON. `Infinity` for what JSON cannot
 * hold.
 */
export function secretLength(value: unknown): number {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined);
  return text?.length ?? Infinity;
}
