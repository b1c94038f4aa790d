import type { Script } from '../conversation/conversation-file.ts';
import { unreachable } from '../conversation/elsewhere.ts';
import type { ExcludedRow } from './report.ts';

/** What is compared: a function, and whether the endpoint is one elsewhere. */
export interface Compared {
  function: string;
  elsewhere: boolean;
}

/** Conversations that both ways can play, and the others with the reason. */
export function sortScripts(
  scripts: readonly Script[],
  compared: Compared,
): { comparable: Script[]; excluded: ExcludedRow[] } {
  const comparable: Script[] = [];
  const excluded: ExcludedRow[] = [];
  for (const script of scripts) {
    const reason = reasonAgainst(script, compared);
    if (reason === undefined) comparable.push(script);
    else {
      const { file, name } = script;
      excluded.push({ id: `excluded.${excluded.length + 1}`, file, name, reason });
    }
  }
  return { comparable, excluded };
}

/** More bots are no reason: those of other functions stay functions on both sides. */
function reasonAgainst(script: Script, compared: Compared): string | undefined {
  const { function: bot } = script;
  if (bot !== compared.function) return `its bot is the function ${bot}`;
  return compared.elsewhere ? unreachable(script) : undefined;
}

/** With the same begin for every play, so that what a bot says of the time is no difference. */
export function atOneTime(script: Script, clock: string | undefined): Script {
  if (clock === undefined || script.given.clock !== undefined) return script;
  const { account } = script.given;
  if (account && 'clock' in account) return script;
  return { ...script, given: { ...script.given, clock } };
}
