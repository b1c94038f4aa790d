import type { Script } from './conversation-file.ts';
import { botNames } from './functions-in.ts';

/**
 * The functions whose bots are to be online when conversations begin. A conversation that starts its bot by itself, or
 * begins with one in another state, is about just that.
 */
export function startingBots(scripts: readonly Pick<Script, 'function' | 'given' | 'turns'>[]): string[] {
  const usual = scripts.filter(
    ({ given, turns }) => (given.bot ?? 'online') === 'online' && !turns.some(({ bot }) => bot === 'starts'),
  );
  return [...new Set(usual.flatMap(botNames))];
}
