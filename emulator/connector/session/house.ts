import type { Finding } from '../../errors.ts';
import type { ProjectFunctions } from '../bot/functions.ts';
import type { RawShapes } from '../request/raw-events.ts';
import type { Directory } from './routing.ts';
import type { RunningBot } from '../bot/running-bot.ts';

/** What all conversations of a connector have together. */
export interface House {
  /** By name; the first one is talked to unless a conversation names another skill. */
  bots: ReadonlyMap<string, RunningBot>;
  first: RunningBot;
  directory: Directory;
  functions: ProjectFunctions;
  shapes: RawShapes;
  /** What the contract has against an answer to a request. */
  judge(answer: unknown, request: unknown): Promise<Finding[]>;
}
