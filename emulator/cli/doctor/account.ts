import { readAccount } from '../../payload/account/read-account.ts';
import { accountFile, accountText } from '../../project/settings.ts';
import { type Check, good } from './check.ts';

/** Whether the imitated account can begin with what the project says; nothing where it says nothing. */
export async function checkAccount(root: string): Promise<Check[]> {
  const text = accountText(root);
  if (text === undefined) return [];
  const keys = Object.keys(await readAccount(text, root));
  return [good('account', `${accountFile}: ${keys.join(', ') || 'nothing yet'}`)];
}
