import { assign } from './jobs/assign.ts';
import type { Drive } from './consumer.ts';
import type { Agent } from './session/conversation.ts';
import { isTaker } from './jobs/hand-over.ts';
import { assertSkill, route } from './session/routing.ts';
import type { Session } from './session/session.ts';

/** What people of the brand can do in a conversation. The bot hears of none of it. */
export function agentOf(session: Session, drive: Drive): Agent {
  const nameOf = (agent: string | undefined): string =>
    agent ?? (session.assignee.type === 'agent' ? session.assignee.name : 'an agent');
  return {
    joins: (agent) => drive(() => join(session, nameOf(agent))),
    says: (text, agent) =>
      drive(() => {
        session.handOvers = 0;
        const unheard = session.state === 'closed' && { to: 'nobody' as const };
        session.log({ kind: 'agent-text', agent: nameOf(agent), text, ...unheard });
      }),
    transfers: (skill) => drive(() => transfer(session, skill)),
  };
}

/**
 * Who joins a conversation that waits takes it; beside a bot or another agent they only take part in it. The events of
 * Automatic Messages tell the two apart: YOU_ARE_CONNECTED_TO and ANOTHER_AGENT_JOINED_CONVERSATION.
 */
async function join(session: Session, agent: string): Promise<void> {
  const { state, skill } = session;
  session.log({ kind: 'agent-joined', agent });
  if (state !== 'queued') return;
  session.handOvers = 0;
  await assign(session, { kind: 'agent', agent }, { skill, by: 'agent' });
}

async function transfer(session: Session, skill: string): Promise<void> {
  const { channel, house, state } = session;
  assertSkill(skill, house.directory);
  if (state === 'closed' || state === 'survey') return;
  session.handOvers = 0;
  const target = route({ skill, channel }, house.directory);
  await assign(session, isTaker(target) ? target : { kind: 'queue' }, { skill, by: 'agent' });
}
