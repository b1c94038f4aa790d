import type { Approach } from '../approach.ts';

/** What goes wrong in a fault, in the order of the report. */
export const faults = {
  slow: 'the bot never answers',
  down: 'nothing runs',
  'error-500': 'the bot fails',
  'error-404': 'the bot is not to be found',
  malformed: 'the answer cannot be read',
  'expired-token': 'the token has expired',
  restarted: 'restarted in the middle of a conversation',
} as const;

/** A fault by its name. */
export type Fault = keyof typeof faults;

/** What came of a fault, seen from the consumer's side. */
export interface FaultEnd {
  /** What was done to the bot, in words. */
  done: string;
  /** What the consumer read, from the bot or the connector. */
  saw: string[];
  /** Milliseconds of the conversation's own time until the bot answered or the connector gave up. */
  after: number;
  /** Whether the bot answered in the end. */
  answered: boolean;
  escalated: boolean;
  /** The connector's code without its prefix; `null` where there was no error. */
  code: string | null;
}

/** One fault, both ways; `null` for an approach that does not have it. */
export interface FaultRow extends Record<Approach, FaultEnd | null> {
  id: `fault.${Fault}`;
  fault: Fault;
  title: string;
}
