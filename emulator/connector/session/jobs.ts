import type { AssignmentEntry, EndEntry } from '../transcript/entry.ts';
import type { Failure } from '../answer/failure.ts';
import type { Plan } from '../answer/plan.ts';
import type { Passed } from '../request/request.ts';
import type { RunningBot } from '../bot/running-bot.ts';
import type { Seat } from './seat.ts';

/** What a conversation does next, once nothing before it is left. */
export type Job =
  /** A bot takes the conversation. */
  | { do: 'take'; bot: RunningBot; by: AssignmentEntry['by'] }
  /** A bot is told of an event. */
  | { do: 'ask'; passed: Passed }
  /** An answer is delivered, from one of its messages on. */
  | { do: 'deliver'; answer: Answered; from: number }
  /** The action of an answer is carried out. */
  | { do: 'act'; answer: Answered }
  /** The bot cannot go on. */
  | { do: 'fail'; failure: Failure; seat: Seat }
  /** Somebody else has to go on in its place; `code` of the error, if one is the reason. */
  | { do: 'escalate'; code: string | null; seat: Seat }
  | { do: 'end'; by: Extract<EndEntry, { kind: 'closed' }>['by']; survey: boolean }
  | { do: 'end-survey' };

/** An answer on its way to the consumer, and whose it is. */
export interface Answered {
  plan: Plan;
  seat: Seat;
}
