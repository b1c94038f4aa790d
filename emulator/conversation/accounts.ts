import type { PayloadDocument, Spot } from '../payload/document/payload-document.ts';
import type { Path } from '../payload/document/path.ts';
import { accountOf } from '../payload/account/read-account.ts';
import { givens } from './faults.ts';
import type { ConversationFile } from './schema/file.ts';
import type { Given } from './schema/given.ts';

/** The file with what its accounts keep in files of their own read from there. Throws what is wrong with such a file. */
export async function withAccounts(
  document: Pick<PayloadDocument, 'file' | 'value' | 'locate'>,
  root: string,
): Promise<ConversationFile> {
  const file = structuredClone(document.value) as ConversationFile;
  for (const { path, given } of givens(file)) {
    if (!given.account) continue;
    const inside = {
      file: document.file,
      value: { account: given.account },
      locate: (below: Path, spot?: Spot) => document.locate([...path, ...below], spot),
    };
    given.account = (await accountOf(inside, root)) as Given['account'];
  }
  return file;
}
