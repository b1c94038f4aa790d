import { isEmulatorError } from '../errors.ts';
import type { Created } from '../project/create.ts';
import { loadSettings, type Settings } from '../project/settings.ts';
import { isAllowed } from '../runtime/outbound/allowlist.ts';

/** What to add to the settings of the project at `root`, in their own words: what a template `wants` and they lack. */
export function missingSettings(root: string, { secrets, whitelist }: Created['wants']): string[] {
  const own = settingsOf(root);
  const keys = new Set(own.secrets.map(({ key }) => key));
  return [
    ...secrets
      .filter((key) => !keys.has(key))
      .map((key) => `"secrets"    { "key": ${JSON.stringify(key)}, "value": "…" }`),
    ...whitelist
      .filter((domain) => !isAllowed(domain.replace('*', 'any'), own.whitelist))
      .map((domain) => `"whitelist"  ${JSON.stringify(domain)}`),
  ];
}

/** Of settings that cannot be read nothing counts: whoever reads them next says why. */
function settingsOf(root: string): Pick<Settings, 'secrets' | 'whitelist'> {
  try {
    return loadSettings(root);
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    return { secrets: [], whitelist: [] };
  }
}
