import type { Given } from '../../conversation/schema/given.ts';
import { namedSecrets } from '../../conversation/secrets.ts';
import type { Paint } from '../colour.ts';
import { printable } from '../printable.ts';

/** Where the secrets come from whose values a transcript does not keep; nothing where it has none. */
export function secretLines(given: Given, paint: Paint): string[] {
  const names = namedSecrets(given);
  if (names.length === 0) return [];
  const list = names.map(printable).join(', ');
  return [paint('faint', `· values of secrets are not kept; functions/settings.json has to have ${list}`)];
}
