import { campaignOf } from '../lib/campaign';
import { closeConversation, systemMessage, transferToSkill } from '../lib/commands';
import type { Input, ParticipantsChange } from '../lib/events';
import { idText, participantsDifference } from '../lib/participants';
import { setting, settings } from '../lib/setting';
import { texts } from './texts';

type Commands = ParticipantsChange.Response;

/**
 * Answers a change of participants with callback commands. The caller tries up to three times when a call fails or is
 * slow, so the answer depends on the payload only: the same payload always gets the same commands.
 */
export async function lambda(input: Input<ParticipantsChange.Request>): Promise<ParticipantsChange.Response> {
  const request = input.payload ?? {};
  const commands = commandsFor(request);
  console.info('participants changed', {
    convId: idText(request.general?.convId),
    event: idText(request.general?.cbotEventType),
    ...campaignOf(request.general),
    commands: commands.map(({ type }) => type),
  });
  return commands;
}

/** The first rule that fits decides. `[]` also silences the account's own automatic message. */
function commandsFor(request: ParticipantsChange.Request): Commands {
  const difference = participantsDifference(request);
  if (!difference || request.general?.newConvState === 'CLOSE') return [];
  const { assigned, joined, consumerLeft } = difference;
  if (consumerLeft) return assigned.after === null ? [closeConversation()] : [];
  if (assigned.before !== null && assigned.after === null) return backInLine(request);
  if (assigned.after !== null && assigned.after !== assigned.before)
    return connected(assigned.before, assigned.after);
  if (joined.some((id) => !isBot(id))) return [systemMessage(texts.joined)];
  return [];
}

/**
 * Back in the queue: while the line is closed, to the skill that works through the backlog. Not if the conversation
 * is there already, because a transfer to the same skill would call this function again, without end.
 */
function backInLine({ general, routing }: ParticipantsChange.Request): Commands {
  if (String(general?.inOffHours) !== 'true') return [systemMessage(texts.backInLine)];
  const skillId = setting('OFF_HOURS_SKILL_ID', '');
  if (skillId === '' || idText(routing?.newSkillId) === skillId) return [systemMessage(texts.offHours)];
  return [systemMessage(texts.offHours), transferToSkill(skillId)];
}

/** Bots introduce themselves, so only people are announced. */
function connected(before: string | null, after: string): Commands {
  if (isBot(after)) return [];
  return [systemMessage(before === null ? texts.connected : texts.takenOver)];
}

/** Participants carry no user type, so bots are listed in the configuration. An account's id may stand before the agent's. */
function isBot(id: string): boolean {
  const bots = settings('BOT_AGENT_IDS');
  return bots.includes(id) || bots.includes(id.slice(id.lastIndexOf('.') + 1));
}
