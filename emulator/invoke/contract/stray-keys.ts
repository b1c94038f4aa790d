import type { Finding } from '../../errors.ts';
import { suggest } from '../../platform/suggest.ts';
import { ignored } from './finding.ts';
import { pathOf } from '../../payload/document/path.ts';
import type { JsonObject } from './value.ts';

/**
 * Warns of keys that look like a misspelt `known` one. Any other unknown key stays unmentioned: answers often carry
 * along what they got, and the caller does not mind.
 */
export function misspeltKeys(object: JsonObject, known: ReadonlySet<string>, path: string): Finding[] {
  const findings: Finding[] = [];
  for (const key of Object.keys(object)) {
    if (known.has(key)) continue;
    const meant = suggest(key, known);
    if (meant === undefined || Object.hasOwn(object, meant)) continue;
    findings.push(
      ignored({
        path: pathOf(path, [key]),
        what: `"${key}" is no key that is read here. Did you mean "${meant}"?`,
        hint: `rename it to ${meant}; keys are case-sensitive`,
      }),
    );
  }
  return findings;
}
