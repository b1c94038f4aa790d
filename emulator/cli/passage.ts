import { relative, resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';
import type { InvocationRecord, Outcome } from '../invoke/record.ts';
import { findRoot } from '../project/find.ts';
import { shownPath } from '../project/json-file.ts';
import { loadSettings } from '../project/settings.ts';
import { brush } from '../report/colour.ts';
import { counted } from '../platform/counted.ts';
import { findingLines } from '../report/details.ts';
import type { Passage } from '../runtime/outbound/passage.ts';
import type { Recorder } from '../runtime/outbound/record/recorder.ts';
import type { Terminal } from './terminal.ts';

/** Flags that say what answers a request which neither a mock nor the account does. */
export interface PassageOptions {
  record?: string;
  replay?: string;
  live?: true;
  scrub: string[];
}

/** What the flags open, and what there is to do when all calls are made. */
export interface OpenPassage {
  passage?: Passage | undefined;
  /** Writes what was recorded, without the values of the project's secrets and of `more`, and says so. */
  finish: (records: readonly InvocationRecord[], more?: readonly unknown[]) => Promise<void>;
}

/** Opens what the flags ask for. Throws `bad-usage`, and what is wrong with the recording to be replayed. */
export async function openPassage(terminal: Terminal, options: PassageOptions): Promise<OpenPassage> {
  const { record, replay, live, scrub } = options;
  if (scrub.length > 0 && record === undefined) throw withoutRecord();
  const recording = replay === undefined ? undefined : await replayed(terminal, replay);
  if (record === undefined && !live)
    return { passage: recording && { recording }, finish: async () => undefined };
  const { sendLive } = await import('../runtime/outbound/live.ts');
  const passage: Passage = { recording, live: sendLive };
  if (record === undefined) return { passage, finish: async () => undefined };
  const path = recordPath(terminal.cwd, record);
  const { Recorder: Tapes } = await import('../runtime/outbound/record/recorder.ts');
  const recorder = new Tapes();
  return {
    passage: { ...passage, newTape: () => recorder.newTape() },
    finish: (records, more = []) => write(terminal, { path, shown: record, recorder, scrub, more }, records),
  };
}

async function replayed(terminal: Terminal, file: string): Promise<Passage['recording']> {
  const { readRecording } = await import('../payload/recording.ts');
  const root = findRoot(terminal.cwd);
  const path = resolve(terminal.cwd, file);
  return readRecording(root, path, shownPath(root, path));
}

/** Sources are read-only, whatever is asked for. */
function recordPath(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  if (relative(resolve(findRoot(cwd), 'functions'), path).startsWith('..')) return path;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--record ${file} is among the sources in functions/, which are never written to`,
    hint: 'choose a file outside functions/, such as recordings/orders.yaml',
  });
}

function withoutRecord(): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: '--scrub says what a recording leaves out, and nothing is recorded',
    hint: 'give a file to record into: --record recordings/orders.yaml',
  });
}

interface Recorded {
  path: string;
  shown: string;
  recorder: Recorder;
  scrub: string[];
  /** Secrets beside those of the project. */
  more: readonly unknown[];
}

/** After any other outcome the function may have had more to ask. */
const complete: readonly Outcome[] = ['ok', 'failed'];

/** A file that is there already is replaced by a whole recording only, and never without a word. */
async function write(
  terminal: Terminal,
  { path, shown, recorder, scrub, more }: Recorded,
  records: readonly InvocationRecord[],
): Promise<void> {
  const cut = records.find(({ outcome }) => !complete.includes(outcome));
  if (cut) {
    const call = `${cut.function} (${cut.payload}, ${cut.generation})`;
    return terminal.err(`${shown} is left as it was: ${call} did not come to its end, ${cut.outcome}\n`);
  }
  const { recordingText, writeRecording } = await import('../runtime/outbound/record/write.ts');
  const secrets = [...loadSettings(findRoot(terminal.cwd)).secrets.map(({ value }) => value), ...more];
  const { text, answers, findings } = await recordingText(
    recorder.tapes,
    { secrets, names: scrub },
    new Date(),
  );
  const lines = findings.flatMap((finding) => findingLines(finding, brush(terminal.errorColour)));
  if (lines.length > 0) terminal.err(`${lines.join('\n')}\n`);
  if (answers === 0) return terminal.err(`${shown} is left as it was: nothing went to the network\n`);
  const replaced = writeRecording(path, shown, text);
  const place = replaced ? `${shown}, in place of what was there` : shown;
  terminal.err(`recorded ${counted(answers, 'answer')} in ${place}\n`);
}
