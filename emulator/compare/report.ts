import type { Difference } from '../invoke/differences.ts';
import type { Finding } from '../errors.ts';
import type { ApproachFact } from '../platform/approaches.ts';
import type { Generation } from '../platform/generations.ts';
import type { Approach } from './approach.ts';
import type { FaultRow } from './faults/row.ts';
import type { FirstRow, LatencyRow } from './latency.ts';
import type { Recommendation } from './claim.ts';
import type { Requirement } from './requirement.ts';

/** One place in a turn where the bot did something else behind the endpoint; `before` is the function's side. */
export interface TurnDifference {
  /** Counted from 1. */
  turn: number;
  input: string;
  differences: Difference[];
  /** Why the turn could not be played through the endpoint, where the function could go on. */
  reason?: string;
}

/** One conversation, played both ways. */
export interface ConversationRow {
  /** `conversation.1`, in the order of the files. */
  id: string;
  file: string;
  name: string;
  same: boolean;
  /** Plays that went otherwise, of all that were held against the function's first one. */
  strayed: { function: number; endpoint: number; of: number };
  /** Of the first play that went otherwise, turn by turn. */
  turns: TurnDifference[];
}

/** A conversation that is not compared, and why. */
export interface ExcludedRow {
  /** `excluded.1`, in the order of the files. */
  id: string;
  file: string;
  name: string;
  reason: string;
}

/** How many conversations went the same way. */
export interface AnswersRow {
  id: 'answers';
  compared: number;
  same: number;
  different: number;
  excluded: number;
  /** Calls of the bot that failed, by approach, of `calls` of them. */
  errors: Record<Approach, number>;
  calls: Record<Approach, number>;
}

/** How many faults somebody has to notice. */
export interface FaultsRow {
  id: 'faults';
  of: number;
  /** Faults after which the bot went on, by approach. */
  survived: Record<Approach, number>;
}

/** A fact with the id that claims point at. */
export type FactRow = Omit<ApproachFact, 'id'> & { id: `fact.${string}` };

/** What the comparison was made of. */
export interface Setting {
  function: string;
  generation: Generation;
  /** An address, or `function` for the same function in the service of this package. */
  endpoint: string;
  repeat: number;
  concurrency: number;
  /** Where the figures were measured, such as `Node 22.11.0, 2 processors`. */
  machine: string;
}

/** Everything that one comparison has to tell: what every reporter reads. Rows have ids that claims point at. */
export interface CompareReport {
  setting: Setting;
  answers: AnswersRow;
  conversations: ConversationRow[];
  excluded: ExcludedRow[];
  broken: { file: string; findings: Finding[] }[];
  latency: LatencyRow[];
  first: FirstRow[];
  faults: FaultRow[];
  faultCounts: FaultsRow;
  facts: FactRow[];
  recommendation: Recommendation;
  requirements: Requirement[];
  /** `reasons` say why it does not pass; none where it does. */
  verdict: { pass: boolean; reasons: string[] };
  /** What has to be known to read the figures, in sentences. */
  notes: string[];
  /** Milliseconds from start to end. */
  elapsed: number;
}
