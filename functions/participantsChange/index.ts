import { closeConversation, systemMessage } from '../lib/automatic-messages/commands';
import type { Input, ParticipantsChange } from '../lib/events';
import { handOver } from '../lib/automatic-messages/hand-over';
import { logged } from '../lib/automatic-messages/log-commands';
import { inOffHours } from '../lib/automatic-messages/off-hours';
import { participantsDifference } from '../lib/automatic-messages/participants';
import { setting, settings } from '../lib/setting';
import { texts } from './texts';

type Commands = ParticipantsChange.Response;

/**
 * Answers a change of participants with callback commands. The caller tries up to three times when a call fails or is
 * slow, so the answer depends on the payload only: the same payload always gets the same commands.
 */
export async function lambda(input: Input<ParticipantsChange.Request>): Promise<ParticipantsChange.Response> {
  const request = input.payload ?? {};
  return logged('participants changed', request, commandsFor(request));
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

/** Back in the queue: while the line is closed, to the skill that works through the backlog. */
function backInLine(request: ParticipantsChange.Request): Commands {
  if (!inOffHours(request)) return [systemMessage(texts.backInLine)];
  return [systemMessage(texts.offHours), ...handOver(setting('OFF_HOURS_SKILL_ID', ''), request)];
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
