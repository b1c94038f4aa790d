import type { Taker } from './assign.ts';
import type { Target } from '../session/routing.ts';
import type { Session } from '../session/session.ts';

/** Hand-overs in a row without anybody having said anything; ours, so that bots that transfer to each other end. */
export const mostHandOvers = 10;

/** Whether the conversation may be given to `target`: to a bot only so often, to people and their queues always. */
export function mayHandOver({ handOvers }: Session, { kind }: Taker): boolean {
  return kind !== 'bot' || handOvers < mostHandOvers;
}

/** Whether there is somebody, or a queue, who can have the conversation. */
export function isTaker(target: Target): target is Taker {
  return target.kind === 'bot' || target.kind === 'agent' || target.kind === 'queue';
}
