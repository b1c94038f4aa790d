import { join } from 'node:path';
import { isFile } from '../project/find.ts';
import type { AccountPresets } from './account-presets.ts';

/** What the imitated account begins with, beside `functions/`. */
export const accountFile = 'account.yaml';

/**
 * The presets of the project at `root`; `undefined` where it has none. Throws `bad-account`, `unparsable-payload` and
 * `file-not-found`, each with its position.
 */
export async function loadAccount(root: string): Promise<AccountPresets | undefined> {
  const path = join(root, accountFile);
  if (!isFile(path)) return undefined;
  const { readAccount } = await import('./read-account.ts');
  return readAccount(root, path);
}
