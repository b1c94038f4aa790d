import type { Finding } from '../errors.ts';
import { check } from '../payload/check/check.ts';
import { mockFaults } from '../payload/mock/mock-faults.ts';
import type { Mock } from '../payload/mock/mock.ts';
import type { PayloadDocument, Spot } from '../payload/document/payload-document.ts';
import { formatPath, type Path } from '../payload/document/path.ts';
import { didYouMean } from '../platform/suggest.ts';
import { functionsHere } from '../project/unknown-function.ts';
import { conversationFile, type ConversationFile } from './schema/file.ts';
import type { Given } from './schema/given.ts';

/** The project that conversations are played in. */
interface Surroundings {
  root: string;
  /** Names of its functions. */
  functions: readonly string[];
}

type Document = Pick<PayloadDocument, 'file' | 'value' | 'locate'>;

/** Everything that keeps the conversations of a file from being played. */
export async function faultsOf(document: Document, surroundings: Surroundings): Promise<Finding[]> {
  const shape = await check(conversationFile, {
    document,
    code: (path) => (path.includes('mocks') ? 'bad-mock' : 'bad-conversation'),
    hint: 'lpf-emulator test --help shows how a conversation is written',
  });
  if (shape.length > 0) return shape.toSorted(byPlace);
  const file = document.value as ConversationFile;
  const complaints = [...strangers(file, surroundings.functions), ...sameNames(file)];
  const own = await Promise.all(complaints.map((complaint) => toFinding(document, complaint)));
  const mocks = await Promise.all(
    givens(file).map(({ path, given }) =>
      mockFaults(document, [...path, 'mocks'], (given.mocks ?? []) as Mock[], surroundings.root),
    ),
  );
  return [...own, ...mocks.flat()];
}

/** As whoever corrects them comes across them. */
function byPlace({ where: one }: Finding, { where: other }: Finding): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

interface Complaint {
  path: Path;
  spot?: Spot;
  message: string;
  hint: string;
}

async function toFinding(
  { file, locate }: Document,
  { path, spot, message, hint }: Complaint,
): Promise<Finding> {
  return {
    code: 'bad-conversation',
    severity: 'error',
    message: `${file}: ${formatPath(path)} ${message}`,
    hint,
    where: await locate(path, spot),
    path: formatPath(path),
  };
}

/** Names of functions that there are none of, and conversations without a bot. */
function strangers(file: ConversationFile, functions: readonly string[]): Complaint[] {
  const named = [
    { path: ['function'] as Path, name: file.function },
    ...file.conversations.map((own, at) => ({ path: ['conversations', at, 'function'], name: own.function })),
    ...givens(file).flatMap(({ path, given }) => functionsIn(path, given)),
    ...invokedIn(file),
  ];
  const unknown = named.flatMap(({ path, name }) =>
    typeof name !== 'string' || functions.includes(name) ? [] : [unknownFunction(path, name, functions)],
  );
  const without = file.conversations.flatMap((own, at) =>
    own.function === undefined && file.function === undefined ? [noBot(at)] : [],
  );
  return [...unknown, ...without];
}

function invokedIn({ conversations }: ConversationFile): { path: Path; name: unknown }[] {
  return conversations.flatMap(({ turns }, at) =>
    turns.flatMap(({ invokes }, index) => {
      const path = ['conversations', at, 'turns', index, 'invokes', 'function'];
      return invokes ? [{ path, name: invokes.function }] : [];
    }),
  );
}

function functionsIn(path: Path, { settings, bots = {} }: Given): { path: Path; name: unknown }[] {
  return [
    ...hooksIn(path, settings),
    ...Object.entries(bots).flatMap(([name, bot]) => [
      { path: [...path, 'bots', name, 'function'], name: bot.function },
      ...hooksIn([...path, 'bots', name], bot.settings),
    ]),
  ];
}

function hooksIn(path: Path, settings: Given['settings']): { path: Path; name: unknown }[] {
  const at = [...path, 'settings', 'hooks'];
  return Object.entries(settings?.hooks ?? {}).map(([hook, name]) => ({ path: [...at, hook], name }));
}

function unknownFunction(path: Path, name: string, functions: readonly string[]): Complaint {
  const message = `names "${name}", which is no function of this project.${didYouMean(name, functions)}`;
  return { path, message, hint: functionsHere(functions) };
}

function noBot(at: number): Complaint {
  const hint = 'name a function at the top of the file: function: customIntegration';
  return {
    path: ['conversations', at],
    message: 'has no bot: neither it nor the file names a function',
    hint,
  };
}

/** A name tells a conversation's snapshot and its result from the others. */
function sameNames({ conversations }: ConversationFile): Complaint[] {
  const seen = new Set<string>();
  return conversations.flatMap(({ name }, at) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = 'is the name of an earlier conversation of this file too';
    return [{ path: ['conversations', at, 'name'], message, hint: 'give each a name of its own' }];
  });
}

/** Every `given` of a file, and where it stands. */
export function givens(file: ConversationFile): { path: Path; given: Given }[] {
  const own = file.conversations.map(({ given }, at) => ({ path: ['conversations', at, 'given'], given }));
  return [{ path: ['given'], given: file.given }, ...own].flatMap(({ path, given }) =>
    given ? [{ path, given }] : [],
  );
}
