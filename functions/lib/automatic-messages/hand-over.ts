import type { AutomaticMessage, Commands } from '../events/automatic-messages';
import { transferToSkill } from './commands';
import { idText } from './id-text';

/**
 * A transfer to the skill of that id; none where no id is given, and none where the conversation is there already: that
 * would call the function again, without end.
 */
export function handOver(skillId: string, { routing }: AutomaticMessage<string>): Commands {
  return skillId === '' || idText(routing?.newSkillId) === skillId ? [] : [transferToSkill(skillId)];
}
