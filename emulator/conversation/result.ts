import type { Entry } from '../connector/transcript/entry.ts';
import type { Finding, Where } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';

/** One expectation that was not met. */
export interface Failure {
  /** The turn, counted from 1; 0 for the conversation as a whole. */
  turn: number;
  /** What the consumer or somebody else did in it, in words. */
  input: string;
  /** The key of the expectation, such as `says`. */
  check: string;
  expected: string[];
  /** Empty where there was nothing. */
  actual: string[];
  where: Where;
  /** What to do, where that is known. */
  hint?: string;
}

/** What came of one conversation. */
export interface ConversationResult {
  file: string;
  name: string;
  /** The function that was the bot. */
  function: string;
  /** What that ran on. */
  generation: Generation;
  where: Where;
  pass: boolean;
  /** Of the first turn that fell short; the turns behind it were not played. */
  failures: Failure[];
  /** What did not fail it, but should be known. */
  warnings: Finding[];
  turns: { played: number; all: number };
  transcript: Entry[];
  /** Milliseconds. */
  elapsed: number;
}

/** A conversation that was not played, and why. */
export interface SkippedConversation {
  file: string;
  name: string;
  where: Where;
  reason: string;
}

/** A conversation file that cannot be used, and why. */
export interface BrokenFile {
  file: string;
  findings: Finding[];
}

/** What became of the stored snapshots. */
export interface SnapshotCounts {
  written: number;
  updated: number;
  removed: number;
  /** Stored for a conversation that there is no more, each as `file: name`. */
  obsolete: string[];
}

/** Which part of a suite a run was: `index` counts from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** Everything that one `lpf-emulator test` has to tell: what every reporter reads. */
export interface TestReport {
  results: ConversationResult[];
  skipped: SkippedConversation[];
  broken: BrokenFile[];
  snapshots: SnapshotCounts;
  shard: Shard | null;
  /** Milliseconds from start to end. */
  elapsed: number;
}

/** The check of a failure that is a bug of this tool. */
export const bugCheck = 'internal-error';

/** Whether a bug of this tool ended a conversation. */
export function hasBug({ results }: Pick<TestReport, 'results'>): boolean {
  return results.some(({ failures }) => failures.some(({ check }) => check === bugCheck));
}

/** Whether conversations were asked for and not one of them played; a shard may well be without any. */
export function allSkipped({ results, skipped, shard }: TestReport): boolean {
  return shard === null && results.length === 0 && skipped.length > 0;
}

/** Whether nothing fell short, and not for the lack of conversations. */
export function allPass(report: TestReport): boolean {
  const { results, broken } = report;
  return broken.length === 0 && results.every(({ pass }) => pass) && !allSkipped(report);
}
