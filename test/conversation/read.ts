import { join } from 'node:path';
import { readConversationFile, type ReadFile } from '../../emulator/conversation/conversation-file.ts';
import { renderWhere } from '../../emulator/errors.ts';
import { temporaryFolder } from '../temporary.ts';

/** The text of a conversation file with `turns` of its only conversation. */
export function fileWith(turns: string, head = 'function: echo'): string {
  return `${head}\nconversations:\n  - name: talk\n    turns:\n${turns.replaceAll(/^/gm, '      ')}\n`;
}

/** A conversation file of a project that has the functions echo and hook, as it is read. */
export async function read(text: string, more: Record<string, unknown> = {}): Promise<ReadFile> {
  const root = temporaryFolder({ 'functions/echo/index.ts': '', 'conversations/c.yaml': text, ...more });
  const shown = 'conversations/c.yaml';
  return readConversationFile(root, { path: join(root, shown), shown }, ['echo', 'hook']);
}

/** What is wrong with a file, one line for each complaint: where, what, and what to do. */
export async function faults(text: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const { findings } = await read(text, more);
  return findings.map(({ code, where, message, hint }) => {
    return `${where ? renderWhere(where) : '-'} [${code}] ${message} → ${hint}`;
  });
}
