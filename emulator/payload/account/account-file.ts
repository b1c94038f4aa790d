import type { Settings } from '../../project/settings.ts';
import type { AccountPresets } from './account-presets.ts';

/**
 * What the settings of the project at `root` say about the account; `undefined` where they say nothing.
 * Throws `bad-account` and `unparsable-payload`, each with its position.
 */
export async function presetsOf(
  { account }: Settings,
  root: string | undefined,
): Promise<AccountPresets | undefined> {
  if (account === undefined || root === undefined) return undefined;
  const { readAccount } = await import('./read-account.ts');
  return readAccount(account, root);
}
