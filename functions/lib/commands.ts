import type { ParticipantsChange } from './events';

/** A message in place of the account's own automatic one. */
export function systemMessage(text: string): ParticipantsChange.SystemMessage {
  return { type: 'systemMessage', text };
}

/** Hand over to a skill, by its id (Third-Party Bots, in contrast, takes its name). */
export function transferToSkill(skillId: string): ParticipantsChange.Transfer {
  return { type: 'transfer', skillId };
}

/** End the conversation. */
export function closeConversation(): ParticipantsChange.CloseConversation {
  return { type: 'closeConversation' };
}
