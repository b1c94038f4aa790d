import { type TokenFault, tokenFaults } from '../services/sentinel/token-faults.ts';

/** How an answer of Sentinel can be wrong as a whole: a 503, or a page of HTML. */
export const answerFaults = ['unavailable', 'not-json'] as const;

/** How an answer of Sentinel can be wrong as a whole. */
export type AnswerFault = (typeof answerFaults)[number];

/** What can go wrong when a token is asked for. */
export type SentinelFault = TokenFault | AnswerFault;

/** Every one of them. */
export const sentinelFaults: readonly SentinelFault[] = [...tokenFaults, ...answerFaults];

/** What goes wrong next, in order; nothing until it is told to. */
export class NextFaults {
  readonly #waiting: SentinelFault[] = [];

  add(fault: SentinelFault, times = 1): void {
    this.#waiting.push(...Array.from({ length: times }, () => fault));
  }

  /** The next fault where it is of one of these kinds; it is over then. */
  take<Fault extends SentinelFault>(kinds: readonly Fault[]): Fault | undefined {
    const next = kinds.find((kind) => kind === this.#waiting[0]);
    if (next !== undefined) this.#waiting.shift();
    return next;
  }
}
