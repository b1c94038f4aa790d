import * as z from 'zod/mini';
import type { Skill, SkillAgent } from './skills.ts';

const name = z.string().check(z.minLength(1));

const agent = z.union([
  name,
  z.strictObject({ id: name, name: z.optional(name), available: z.optional(z.boolean()) }),
]);

/** A skill as it is written: its name, or with its agents. */
export const skillSchema = z.union([name, z.strictObject({ name, agents: z.optional(z.array(agent)) })]);

/** A skill as it is written, after its shape has been checked. */
export function skillOf(skill: z.infer<typeof skillSchema>): Skill {
  if (typeof skill === 'string') return { name: skill };
  return skill.agents ? { name: skill.name, agents: skill.agents.map(agentOf) } : { name: skill.name };
}

function agentOf(written: z.infer<typeof agent>): SkillAgent {
  if (typeof written === 'string') return { id: written };
  const { id, name: called, available } = written;
  return { id, ...(called !== undefined && { name: called }), ...(available !== undefined && { available }) };
}
