import { eventById } from '../../platform/events.ts';
import type { Hooks } from './settings.ts';

/** What a function can be to Third-Party Bots. */
export type Role = 'bot' | keyof Hooks;

const roles: Record<Role, { words: string; event: string }> = {
  bot: { words: 'a bot', event: 'bot_connectors_custom_integration' },
  pre: { words: 'a pre hook', event: 'bot_connectors_pre_hook' },
  post: { words: 'a post hook', event: 'bot_connectors_post_hook' },
  error: { words: 'an error hook', event: 'bot_connectors_error_hook' },
};

/**
 * Why a function for `event` cannot be that: Third-Party Bots offers those of the event alone. One without an event, or
 * whose config cannot be read, may be anything (ours).
 */
export function roleFault(
  name: string,
  event: string | null | undefined,
  role: Role,
): { message: string; hint: string } | undefined {
  const { words, event: wanted } = roles[role];
  if (event === null || event === undefined || event === wanted) return undefined;
  const template = eventById(wanted)?.template ?? '';
  return {
    message: `${name} is a function for ${event}; ${words} is one for ${wanted}`,
    hint: `name one for that event, such as one made by: lpf-emulator new ${template} ${role === 'bot' ? 'myBot' : 'myHook'}`,
  };
}
