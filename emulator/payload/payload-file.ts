import { resolve } from 'node:path';
import { EmulatorError, type Finding, isEmulatorError } from '../errors.ts';
import { suggest } from '../platform/suggest.ts';
import { shownPath } from '../project/json-file.ts';
import type { AccountPresets } from './account/account-presets.ts';
import { check } from './check/check.ts';
import { compose } from './compose/compose.ts';
import type { PayloadDocument } from './document/payload-document.ts';
import type { PayloadFile } from './compose/file-schema.ts';
import { type Fragment, type Fragments } from './compose/fragments.ts';
import { mockHint } from './mock/mock.ts';
import { mockFaults } from './mock/mock-faults.ts';
import { baseOf } from './mock/mock-files.ts';
import { isObject } from './document/path.ts';
import type { Payload } from './payload.ts';
import { type Recording, readRecording } from './recording.ts';

/** What a file is read as. */
export interface Reading {
  /** The project's root: what a file names counts from it. */
  root: string;
  name: string;
  event: string | null;
  fragments: Fragments;
  /** Whether it came with this package. */
  stock?: boolean;
  /** Whether keys that look misspelt are told too, as warnings. */
  doubts?: boolean;
}

/** A payload, or none and the reasons; warnings may stand beside a payload. */
export interface ReadPayload {
  payload: Payload | null;
  findings: Finding[];
}

/**
 * Reads a parsed file as a payload: a whole payload file (its payload composed, its mocks checked), or a bare payload.
 * Throws where a reference to a fragment leads nowhere; all else that is wrong comes back as findings.
 */
export async function readPayload(document: PayloadDocument, reading: Reading): Promise<ReadPayload> {
  if (!isWhole(document.value)) return finish(document, { payload: document.value }, [], reading);
  const { payloadFile } = await import('./compose/file-schema.ts');
  const findings = await check(payloadFile, {
    document,
    code: ([part]) => (part === 'mocks' ? 'bad-mock' : part === 'account' ? 'bad-account' : 'bad-payload'),
    hint: ([part]) =>
      part === 'mocks'
        ? mockHint
        : `a payload file has the keys source, inferred, headers, timestamp, payload, mocks, recording and account`,
  });
  const file = document.value as PayloadFile;
  if (!findings.length)
    findings.push(
      ...(await mockFaults(document, ['mocks'], (file.mocks ?? []) as Payload['mocks'], reading.root)),
    );
  if (findings.length) return { payload: null, findings };
  return finish(document, file, ['payload'], reading);
}

/** Told by its keys: `payload` itself, or one that no payload of the platform has. */
function isWhole(value: unknown): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  if (keys.some((key) => ['payload', 'mocks', 'inferred'].includes(key))) return true;
  return keys.length <= 7 && suggest('payload', keys) !== undefined;
}

async function finish(
  document: PayloadDocument,
  file: PayloadFile,
  path: string[],
  { root, name, event, fragments, stock, doubts }: Reading,
): Promise<ReadPayload> {
  const { value, used, locate } = await compose(document, path, fragments);
  const findings = await judge({ file: document.file, value, locate }, event, doubts);
  if (findings.some(({ severity }) => severity === 'error')) return { payload: null, findings };
  const payload: Payload = {
    name,
    event,
    file: document.file,
    input: {
      headers: file.headers ?? [],
      ...(file.timestamp !== undefined && { timestamp: file.timestamp }),
      payload: value,
    },
    mocks: (file.mocks ?? []) as Payload['mocks'],
    ...(stock && { stock }),
    ...(file.mocks?.some(({ file: body }) => body !== undefined) && { base: baseOf(root, document.file) }),
    ...(file.account && { account: await presetsOf(document, root) }),
    ...(file.recording !== undefined && { recording: await recordingOf(document, file.recording, root) }),
    source: file.source ?? '',
    inferred: inferredOf(file.inferred ?? null, used),
  };
  return { payload, findings };
}

async function presetsOf(document: PayloadDocument, root: string): Promise<AccountPresets> {
  const { accountOf } = await import('./account/read-account.ts');
  return accountOf(document, root);
}

/** Throws what is wrong with it; that there is none is told where it is named. */
async function recordingOf(document: PayloadDocument, named: string, root: string): Promise<Recording> {
  const path = resolve(baseOf(root, document.file), named);
  try {
    return await readRecording(root, path, shownPath(root, path));
  } catch (error) {
    if (!isEmulatorError(error) || error.finding.code !== 'file-not-found') throw error;
    const where = await document.locate(['recording']);
    throw new EmulatorError({ ...error.finding, code: 'bad-recording', where, path: 'recording' });
  }
}

/** A payload is only as sure as the fragments in it. */
function inferredOf(own: string | null, used: readonly Fragment[]): string | null {
  const parts = used.flatMap(({ name, inferred }) => (inferred === null ? [] : [`${name}: ${inferred}`]));
  const all = own === null ? parts : [own, ...parts];
  return all.length ? all.join('; ') : null;
}

/**
 * Everything that is wrong with a composed payload of `event`, with `doubts` what may be wrong too; an event without a
 * known shape takes any object.
 */
export async function judge(
  document: Pick<PayloadDocument, 'file' | 'value' | 'locate'>,
  event: string | null,
  doubts = false,
): Promise<Finding[]> {
  const { anyPayload, schemaOf } = await import('./schema/schema.ts');
  const hint =
    event === null
      ? 'give an object with keys and values'
      : `compare it with a good one: lpf-emulator payload new ${event}`;
  return check(schemaOf(event) ?? anyPayload, { document, code: () => 'bad-payload', hint }, doubts);
}
