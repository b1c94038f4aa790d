import type { Script } from '../../conversation/conversation-file.ts';
import type { Turn } from '../../conversation/schema/turn.ts';

/** What the fault table is made with: a conversation of two turns, with the fault in the second one. */
export interface Probe {
  script: Script;
  before: Turn;
  during: Turn;
}

/** Two texts of a consumer, taken from the first conversation that has any: the first word and the next one. */
export function probeOf(scripts: readonly Script[]): Probe | undefined {
  const script = scripts.find((each) => textsOf(each).length > 0) ?? scripts[0];
  if (!script) return undefined;
  const [first = 'hello', second = first] = textsOf(script);
  return {
    script: { ...script, given: plain(script.given) },
    before: { says: first },
    during: { says: second },
  };
}

function textsOf({ turns }: Script): string[] {
  return turns.flatMap(({ says }) => says ?? []);
}

/** Combined messages would only delay the probe, and a bot that is offline has no faults. */
function plain(given: Script['given']): Script['given'] {
  const { bot: _, openConversations: __, settings, ...rest } = given;
  return { ...rest, settings: { ...settings, combineMessages: null } };
}
