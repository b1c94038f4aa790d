import { field } from './field';

/**
 * A header by its name, whatever its case; null where there is none. Invocations carry pairs, schedules of v2 a map.
 * Sources: github.com/LivePersonInc/faas-client-node src/types/apiSpec.ts, faas-cli src/types/ISchedule.ts.
 */
export function header(headers: unknown, name: string): string | null {
  if (typeof headers !== 'object' || headers === null) return null;
  const entries: [unknown, unknown][] = Array.isArray(headers)
    ? headers.map((each) => [field(each, 'key'), field(each, 'value')])
    : Object.entries(headers);
  const found = entries.find(([key]) => String(key).toLowerCase() === name.toLowerCase());
  return typeof found?.[1] === 'string' ? found[1] : null;
}
