import { callTime } from '../lib/automatic-messages/call-time';
import { systemMessage } from '../lib/automatic-messages/commands';
import { writeContext } from '../lib/outbound/context-service';
import type { ConversationRouting, Input } from '../lib/events';
import { identifier } from '../lib/identifier';
import { logged } from '../lib/automatic-messages/log-commands';
import { setting, settingFor } from '../lib/setting';
import { routeOf, type Route } from './route';
import { texts } from './texts';

/**
 * Writes why, when and where a conversation was routed to the Context Service, where bots, the Conversation Orchestrator
 * and other functions find it, and tells the consumer. The same payload writes the same values, however often.
 */
export async function lambda(
  input: Input<ConversationRouting.Request>,
): Promise<ConversationRouting.Response> {
  const request = input.payload ?? {};
  const route = routeOf(request, callTime(input));
  if (route === null) return logged('conversation routed', request, []);
  const context = await stored(identifier(request.general?.convId), route);
  const team = settingFor('SKILL_NAMES', route.routedTo);
  const text = team === null ? texts.anotherTeam : texts.team(team);
  return logged('conversation routed', request, [systemMessage(text)], { to: route.routedTo, context });
}

/** The conversation's id is the session. */
async function stored(session: string | null, route: Route): Promise<string> {
  if (session === null) return 'no conversation id';
  return writeContext({ namespace: setting('CONTEXT_NAMESPACE', 'custom'), session }, { ...route });
}
