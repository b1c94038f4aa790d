import { dirname } from 'node:path';
import { EmulatorError, type Finding, isEmulatorError, type Where } from '../errors.ts';
import { compose } from '../payload/compose/compose.ts';
import { parseDocument } from '../payload/document/document.ts';
import { fragmentsOf } from '../payload/compose/fragments.ts';
import type { PayloadDocument, Spot } from '../payload/document/payload-document.ts';
import type { Path } from '../payload/document/path.ts';
import { readText } from '../payload/document/read.ts';
import type { FoundFile } from './find.ts';
import { withAccounts } from './accounts.ts';
import { faultsOf } from './faults.ts';
import { mergeGiven } from './merge-given.ts';
import type { ConversationFile } from './schema/file.ts';
import type { Given } from './schema/given.ts';
import type { Turn } from './schema/turn.ts';
import type { Scene } from './stage.ts';

/** A conversation as it is written, ready to be played. */
export interface Script {
  name: string;
  /** As complaints show it, and where it is. */
  file: string;
  path: string;
  /** Its place among the conversations of the file, from 0. */
  index: number;
  /** The function that is the bot. */
  function: string;
  /** Of the file and its own. */
  given: Given;
  /** How many of its mocks are its own; they come first. */
  ownMocks: number;
  snapshot: boolean;
  turns: readonly Turn[];
  /** Where something of it stands; paths begin at the conversation itself. */
  locate: (path: Path, spot?: Spot) => Promise<Where>;
}

/** A file as it was read: its conversations, or what is wrong with it. */
export interface ReadFile {
  file: FoundFile;
  scripts: Script[];
  findings: Finding[];
}

/** Reads a conversation file of the project at `root`; everything that is wrong with it is a finding. */
export function readConversationFile(
  root: string,
  file: FoundFile,
  functions: readonly string[],
): Promise<ReadFile> {
  return read(root, file, { functions, text: () => readText(file.path, file.shown) });
}

/** The same for a text that is not in its file yet. */
export function readConversationText(
  root: string,
  file: FoundFile,
  { text, functions }: { text: string; functions: readonly string[] },
): Promise<ReadFile> {
  return read(root, file, { functions, text: () => Promise.resolve(text) });
}

/** What is read, and for which functions. */
interface Reading {
  text: () => Promise<string>;
  functions: readonly string[];
}

async function read(root: string, file: FoundFile, { text, functions }: Reading): Promise<ReadFile> {
  try {
    const document = await composed(root, file.shown, await text());
    const findings = await faultsOf(document, { root, functions });
    if (findings.length > 0) return { file, scripts: [], findings };
    return { file, scripts: scriptsIn(await withAccounts(document, root), document, file), findings };
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    return { file, scripts: [], findings: [readable(error.finding)] };
  }
}

type Document = Pick<PayloadDocument, 'file' | 'value' | 'locate'>;

/** With every reference to a fragment of payloads replaced. */
async function composed(root: string, shown: string, text: string): Promise<Document> {
  if (text.trim() === '') throw empty(shown);
  const document = await parseDocument(text, shown);
  const { value, locate } = await compose(document, [], fragmentsOf(root));
  return { file: shown, value, locate };
}

function scriptsIn(file: ConversationFile, { locate }: Document, { path, shown }: FoundFile): Script[] {
  return file.conversations.map((own, index) => ({
    name: own.name,
    file: shown,
    path,
    index,
    function: own.function ?? file.function ?? '',
    given: mergeGiven(file.given ?? {}, own.given ?? {}),
    ownMocks: own.given?.mocks?.length ?? 0,
    snapshot: own.snapshot ?? file.snapshot ?? false,
    turns: own.turns,
    locate: (inside, spot) => locate(['conversations', index, ...inside], spot),
  }));
}

/** The folder that the files of a conversation's mocks count from. */
export function baseOf({ path }: Pick<Script, 'path'>): string {
  return dirname(path);
}

/** What a script begins with, as a stage opens it. */
export function sceneOf(script: Pick<Script, 'function' | 'given' | 'path'>): Scene {
  return { function: script.function, given: script.given, base: baseOf(script) };
}

/** The same complaint about this kind of file. */
function readable(finding: Finding): Finding {
  return finding.code === 'unparsable-payload' || finding.code === 'bad-payload'
    ? { ...finding, code: 'bad-conversation' }
    : finding;
}

function empty(file: string): EmulatorError {
  return new EmulatorError({
    code: 'bad-conversation',
    message: `${file} is empty`,
    hint: 'write a conversation into it: function, and conversations with a name and turns',
    where: { file, line: 1, column: 1 },
  });
}
