import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { didYouMean } from '../../platform/suggest.ts';
import { isFolder } from '../../project/find.ts';
import { accountFile } from '../../project/settings.ts';
import type { AccountPresets } from './account-presets.ts';
import { projectAccount } from './account-schema.ts';
import { check, firstOf } from '../check/check.ts';
import { readConversations } from './conversation-files.ts';
import { mockFaults } from '../mock/mock-faults.ts';
import { mockHint } from '../mock/mock.ts';
import { parseDocument } from '../document/document.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { type Path, valueAt } from '../document/path.ts';
import { saysNothing } from '../document/says-nothing.ts';

const hint =
  'an account has the keys clock, services, clients, conversations, context, monitoring, files, mtls and secrets';

/** The presets in the project's own file, which has `text`. Throws the first thing that is wrong with them. */
export async function readAccount(text: string, root: string): Promise<AccountPresets> {
  if (saysNothing(text)) return {};
  const document = await parseDocument(text, accountFile);
  const findings = await check(projectAccount, {
    document,
    code: ([part]) => (part === 'mocks' ? 'bad-mock' : 'bad-account'),
    hint: ([part]) =>
      part === 'mocks' ? mockHint : `${hint}; the project’s own has functions and mocks too`,
  });
  const presets = document.value as AccountPresets;
  if (!findings.length) {
    findings.push(...(await strangers(root, document, presets)));
    findings.push(...(await mockFaults(document, ['mocks'], presets.mocks ?? [], root)));
  }
  throwFirst(findings);
  return withConversations(document, [], presets, root);
}

/**
 * The presets below `account:` of a payload file, whose shape has been checked. Throws what is wrong with a file that
 * they name.
 */
export async function accountOf(document: PayloadDocument, root: string): Promise<AccountPresets> {
  const presets = valueAt(document.value, ['account']) as AccountPresets;
  return withConversations(document, ['account'], presets, root);
}

async function withConversations(
  document: PayloadDocument,
  at: Path,
  presets: AccountPresets,
  root: string,
): Promise<AccountPresets> {
  if (!presets.conversations) return presets;
  const naming = { document, at: [...at, 'conversations'], root };
  const { conversations, findings } = await readConversations(presets.conversations, naming);
  throwFirst(findings);
  return { ...presets, conversations };
}

function throwFirst(findings: readonly Finding[]): void {
  const failed = firstOf(findings);
  if (failed) throw failed;
}

/** Names of functions that there are none of. */
async function strangers(
  root: string,
  document: PayloadDocument,
  { functions = {} }: AccountPresets,
): Promise<Finding[]> {
  const folder = join(root, 'functions');
  const names = readdirSync(folder).filter((name) => isFolder(join(folder, name)));
  const unknown = Object.keys(functions).filter((name) => !names.includes(name));
  return Promise.all(
    unknown.map(async (name): Promise<Finding> => ({
      code: 'bad-account',
      severity: 'error',
      message: `${document.file}: functions.${name} is no function of this project.${didYouMean(name, names)}`,
      hint: 'name the folder of a function in functions/',
      where: await document.locate(['functions', name], 'key'),
      path: `functions.${name}`,
    })),
  );
}
