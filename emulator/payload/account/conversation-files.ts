import { resolve } from 'node:path';
import { type Finding, isEmulatorError } from '../../errors.ts';
import { shownPath } from '../../project/json-file.ts';
import type { ConversationRecord } from './account-presets.ts';
import { conversationAnswer, conversationRecord } from './account-schema.ts';
import { check } from '../check/check.ts';
import { parseDocument } from '../document/document.ts';
import { baseOf } from '../mock/mock-files.ts';
import type { PayloadDocument } from '../document/payload-document.ts';
import { formatPath, isObject, type Path } from '../document/path.ts';
import { readText } from '../document/read.ts';

/** Where conversations are named; their files count from the file that does. */
export interface Naming {
  document: PayloadDocument;
  at: Path;
  root: string;
}

/** The conversations with those that have a file read from there: one record, or the API's whole answer. */
export async function readConversations(
  named: Readonly<Record<string, ConversationRecord>>,
  naming: Naming,
): Promise<{ conversations: Record<string, ConversationRecord>; findings: Finding[] }> {
  const read = await Promise.all(
    Object.entries(named).map(async ([id, { file, ...own }]) => {
      if (typeof file !== 'string') return { id, record: own, findings: [] };
      const { record, findings } = await readFile(file, id, naming);
      return { id, record: { ...record, ...own }, findings };
    }),
  );
  return {
    conversations: Object.fromEntries(read.map(({ id, record }) => [id, record])),
    findings: read.flatMap(({ findings }) => findings),
  };
}

async function readFile(
  file: string,
  id: string,
  { document, at, root }: Naming,
): Promise<{ record: ConversationRecord; findings: Finding[] }> {
  const path = resolve(baseOf(root, document.file), file);
  const shown = shownPath(root, path);
  try {
    return await readRecord(await parseDocument(await readText(path, shown), shown));
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    if (error.finding.code !== 'file-not-found') return { record: {}, findings: [error.finding] };
    const place = [...at, id, 'file'];
    const finding: Finding = {
      ...error.finding,
      code: 'bad-account',
      hint: 'the path counts from the file that names it',
      where: await document.locate(place),
      path: formatPath(place),
    };
    return { record: {}, findings: [finding] };
  }
}

async function readRecord(
  document: PayloadDocument,
): Promise<{ record: ConversationRecord; findings: Finding[] }> {
  const { value } = document;
  const whole = isObject(value) && 'conversationHistoryRecords' in value;
  const findings = await check(whole ? conversationAnswer : conversationRecord, {
    document,
    code: () => 'bad-account',
    hint: 'a conversation is a record of the Messaging Interactions API, such as { messageRecords: [...] }',
  });
  if (findings.length) return { record: {}, findings };
  const records = whole ? (value['conversationHistoryRecords'] as ConversationRecord[]) : [value];
  return { record: records[0] as ConversationRecord, findings };
}
