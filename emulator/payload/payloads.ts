import { join } from 'node:path';
import { EmulatorError, type Finding, isEmulatorError } from '../errors.ts';
import { packageRoot } from '../platform/package-root.ts';
import { didYouMean } from '../platform/suggest.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { shownPath } from '../project/json-file.ts';
import { firstOf } from './check/check.ts';
import { configPayload, configName, isEmptyPayload } from './config-payload.ts';
import { parseDocument } from './document/document.ts';
import { fragmentFolders, fragmentsOf, isStock, payloadFolders } from './compose/fragments.ts';
import { type Reading, readPayload, type ReadPayload } from './payload-file.ts';
import type { Payload } from './payload.ts';
import { filesIn, foldersIn, readText, type StoredFile } from './document/read.ts';

/** Payloads that can be used, and what is wrong with the others. */
export interface Payloads {
  payloads: Payload[];
  findings: Finding[];
}

/**
 * All payloads for a function: the project's own for its event, else those that come with this package; then the input
 * of its `config.json`, unless that is empty and there are others. A file that cannot be used becomes a finding.
 */
export async function payloadsFor(root: string, source: FunctionSource): Promise<Payloads> {
  const stored = await storedPayloads(root, source.config.event);
  const own = configPayload(root, source);
  if (isEmptyPayload(own) && (stored.payloads.length || stored.findings.length)) return stored;
  return { payloads: [...stored.payloads, own], findings: stored.findings };
}

/** All stored payloads of `event` for the project at `root`; none for no event. Doubts are for `payload check`. */
export async function storedPayloads(root: string, event: string | null): Promise<Payloads> {
  return readAll(root, await filesOf(root, event), { event, fragments: fragmentsOf(root) });
}

/** Reads `files` as payloads of one event; what is wrong or doubtful with any of them keeps no other from being read. */
export async function readAll(
  root: string,
  files: readonly StoredFile[],
  reading: Omit<Reading, 'name' | 'root' | 'stock'>,
): Promise<Payloads> {
  const read = await Promise.all(files.map((file) => readStored(root, file, reading).catch(asFinding)));
  const findings = [...sameNames(root, files), ...read.flatMap((each) => each.findings)];
  return { payloads: read.flatMap(({ payload }) => payload ?? []), findings };
}

/**
 * The payload of that name for a function; `config.json` is its own input.
 * Throws `unknown-payload` where there is none, and whatever is wrong with its file.
 */
export async function payloadNamed(root: string, source: FunctionSource, name: string): Promise<Payload> {
  if (name === configName) return configPayload(root, source);
  const files = await filesOf(root, source.config.event);
  const file = files.find((each) => each.name === name);
  if (!file) throw await unknownPayload(name, root, source, files);
  return usable(await readStored(root, file, { event: source.config.event, fragments: fragmentsOf(root) }));
}

/**
 * The payload in `text`, read from `file` (`-` for standard input): JSON or YAML, a whole payload file or a bare payload.
 * Throws `unparsable-payload`, `bad-payload`, `bad-mock` or `unknown-fragment`, with the position.
 */
export async function payloadFromFile(
  root: string,
  file: string,
  text: string,
  event: string | null,
): Promise<Payload> {
  const shown = file === '-' ? file : shownPath(root, file);
  const document = await parseDocument(text, shown);
  return usable(await readPayload(document, { root, name: shown, event, fragments: fragmentsOf(root) }));
}

/** The events that there are folders of payloads for, sorted: the project's own, and those that come with this package. */
export async function eventsWithPayloads(root: string): Promise<string[]> {
  const folders = await Promise.all(payloadFolders(root).map((folder) => foldersIn(root, folder)));
  return [...new Set(folders.flat())].filter((folder) => !fragmentFolders.includes(folder)).toSorted();
}

/** The files of an event: the project's own where there are any. An event that is no plain word names no folder. */
export async function filesOf(root: string, event: string | null): Promise<StoredFile[]> {
  if (event === null || !/^\w+$/.test(event)) return [];
  for (const folder of payloadFolders(root)) {
    const files = await filesIn(root, join(folder, event));
    if (files.length) return files;
  }
  return [];
}

async function readStored(
  root: string,
  { name, path }: StoredFile,
  reading: Omit<Reading, 'name' | 'root' | 'stock'>,
): Promise<ReadPayload> {
  const shown = shownPath(root, path);
  const document = await parseDocument(await readText(path, shown), shown);
  return readPayload(document, { ...reading, root, name, stock: isStock(root, path) });
}

function usable({ payload, findings }: ReadPayload): Payload {
  const failed = firstOf(findings);
  if (failed) throw failed;
  if (!payload) throw new Error('a payload without findings is a payload');
  return payload;
}

function asFinding(error: unknown): ReadPayload {
  if (!isEmulatorError(error)) throw error;
  return { payload: null, findings: [error.finding] };
}

function sameNames(root: string, files: readonly StoredFile[]): Finding[] {
  return files.flatMap(({ name, path }, at) => {
    const first = files.findIndex((each) => each.name === name);
    if (first === at) return [];
    const file = shownPath(root, path);
    const message = `${file}: another file has the name "${name}" too`;
    return [
      { code: 'bad-payload', severity: 'error', message, hint: 'rename one of the two', where: { file } },
    ];
  });
}

async function unknownPayload(
  name: string,
  root: string,
  { name: owner, config: { event } }: FunctionSource,
  files: readonly StoredFile[],
): Promise<EmulatorError> {
  const names = [...files.map((file) => file.name), configName];
  const stock = (await filesOf(packageRoot(), event)).find((each) => each.name === name);
  return new EmulatorError({
    code: 'unknown-payload',
    ...(stock
      ? replaced(`payloads/${event}/`, { name, path: shownPath(root, stock.path), names })
      : {
          message: `no payload "${name}" for ${owner}.${didYouMean(name, names)}`,
          hint: `its payloads are ${names.join(', ')}; a file is given by its path`,
        }),
  });
}

/** It comes with this package, and the project's own files for the event are used instead. */
function replaced(folder: string, stock: { name: string; path: string; names: readonly string[] }) {
  const { name, path, names } = stock;
  return {
    message: `the files in ${folder} take the place of those that come with this package, "${name}" among them`,
    hint: `copy ${path} into ${folder}, or give its path; here there are ${names.join(', ')}`,
  };
}
