import type { CloseConversation, SystemMessage, Transfer } from '../events/automatic-messages';

/** A message in place of the account's own automatic one. */
export function systemMessage(text: string): SystemMessage {
  return { type: 'systemMessage', text };
}

/** Hand over to a skill, by its id (Third-Party Bots, in contrast, takes its name). */
export function transferToSkill(skillId: string): Transfer {
  return { type: 'transfer', skillId };
}

/** End the conversation. */
export function closeConversation(): CloseConversation {
  return { type: 'closeConversation' };
}
