import { EmulatorError } from '../../errors.ts';
import { didYouMean } from '../../platform/suggest.ts';
import type { Channel } from '../settings/settings.ts';
import type { Skill, SkillAgent } from '../settings/skills.ts';

/** Who takes a conversation of a skill. */
export type Target =
  | { kind: 'bot'; bot: string }
  | { kind: 'agent'; agent: string }
  /** It waits in the queue of the skill. */
  | { kind: 'queue' }
  | { kind: 'unknown-skill'; message: string }
  /** A chat needs an agent with a free slot now. */
  | { kind: 'no-agent'; message: string };

/** The skills of an account. */
export interface Directory {
  /** The bot that each skill leads to. */
  bots: ReadonlyMap<string, string>;
  /** Any name is a skill where it is missing. */
  skills: readonly Skill[] | undefined;
}

/** Where a conversation goes: to a skill, and there to one agent if possible. */
export interface Destination {
  skill: string;
  agentId?: string | undefined;
  channel: Channel;
}

/**
 * Who takes a conversation. An agent who is not there is replaced by another one of the skill; without any, messaging
 * waits and a chat cannot be transferred.
 * Sources: developers.liveperson.com/third-party-bots-liveperson-functions-basic-content.html,
 * developers.liveperson.com/third-party-bots-bot-conversation-errors.html.
 */
export function route({ skill, agentId, channel }: Destination, { bots, skills }: Directory): Target {
  const bot = bots.get(skill);
  if (bot !== undefined) return { kind: 'bot', bot };
  const known = skills?.find(({ name }) => name === skill);
  if (skills && !known) return { kind: 'unknown-skill', message: unknown(skill, { bots, skills }) };
  const agents = known?.agents ?? [{ id: agentId ?? '1', name: agentId ?? `an agent of ${skill}` }];
  const free = agents.filter(({ available = true }) => available);
  const agent = free.find(({ id }) => id === agentId) ?? free[0];
  if (agent) return { kind: 'agent', agent: nameOf(agent) };
  if (channel === 'messaging') return { kind: 'queue' };
  return { kind: 'no-agent', message: `no agent of the skill "${skill}" is available` };
}

/** Throws `unknown-skill` where there is no skill of that name. */
export function assertSkill(skill: string, directory: Directory): void {
  const target = route({ skill, channel: 'messaging' }, directory);
  if (target.kind !== 'unknown-skill') return;
  throw new EmulatorError({
    code: 'unknown-skill',
    message: target.message,
    hint: `the skills here are ${namesOf(directory).join(', ')}; names are case-sensitive`,
  });
}

function unknown(skill: string, directory: Directory): string {
  return `the account has no skill "${skill}".${didYouMean(skill, namesOf(directory))}`;
}

function namesOf({ bots, skills = [] }: Directory): string[] {
  return [...bots.keys(), ...skills.map(({ name }) => name)];
}

function nameOf({ id, name }: SkillAgent): string {
  return name ?? id;
}
