import { isFile } from '../../project/find.ts';
import { placeOf } from '../../project/json-file.ts';
import { settingsFile } from '../../project/settings.ts';
import type { Project } from '../../project/project.ts';
import type { Change } from './change.ts';
import { systemSecrets } from './secrets.ts';

/** What `functions/settings.json` says otherwise on v2. Its secrets are named, never shown. */
export function settingsChanges({ root, settings }: Pick<Project, 'root' | 'settings'>): Change[] {
  const file = settingsFile(root);
  if (!isFile(file.path)) return [];
  const kind = 'settings';
  const list: Change[] = settings.whitelist.length
    ? [
        {
          kind,
          by: 'lpf-bundle',
          message: 'v2 has no allowlist of domains: whitelist is left out',
          hint: '',
          where: placeOf(file, ['whitelist']),
        },
      ]
    : [];
  const secrets = settings.secrets.flatMap(({ key, value }, index): Change[] => {
    const where = placeOf(file, ['secrets', index]);
    const by = 'you';
    if (systemSecrets.includes(key)) {
      const message = `"${key}" is a secret of v1`;
      return [{ kind, by, message, hint: 'v2 provides LIVEPERSON_DEFAULT_APP_KEY itself', where }];
    }
    if (!isOAuth1(value)) return [];
    const message = `the secret "${key}" holds an OAuth 1 key of four parts`;
    return [{ kind, by, message, hint: 'LpClient of v2 wants { client_id, client_secret }', where }];
  });
  return [...list, ...secrets];
}

function isOAuth1(value: unknown): boolean {
  const parts = ['consumerKey', 'consumerSecret', 'token', 'tokenSecret'];
  return typeof value === 'object' && value !== null && parts.every((part) => part in value);
}
