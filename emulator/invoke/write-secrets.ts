import { readFileSync, realpathSync } from 'node:fs';
import { replaceFile } from '../bundle/replace-file.ts';
import { cannotWrite } from '../project/cannot-write.ts';
import { withNewValues } from '../project/new-values.ts';
import { loadSettings, settingsFile } from '../project/settings.ts';

/**
 * Writes what functions have updated back into the project's `settings.json`, whose form stays as it is; secrets that
 * are not in it are the platform's own and are left out. Answers the keys that were written. Throws `bad-settings` for a
 * file that was broken meanwhile, and `cannot-write`.
 */
export function writeSecrets(root: string, updated: ReadonlyMap<string, unknown>): string[] {
  if (updated.size === 0 || loadSettings(root).secrets.length === 0) return [];
  const { path } = settingsFile(root);
  try {
    const { text, written } = withNewValues(readFileSync(path, 'utf8'), updated);
    replaceFile(realpathSync(path), text);
    return written;
  } catch (error) {
    throw cannotWrite('functions/settings.json', error, 'the updated secrets are lost');
  }
}
