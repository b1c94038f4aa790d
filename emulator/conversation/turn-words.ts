import type { Turn } from './schema/turn.ts';

/** What happens in a turn, in a few words. */
export function turnWords({
  says,
  clicks,
  sends,
  types,
  joins,
  reports,
  idle,
  agent,
  bot,
  invokes,
  closes,
}: Turn): string {
  if (says !== undefined) return `consumer says ${[says].flat().map(quoted).join(', ')}`;
  if (clicks !== undefined)
    return `consumer clicks ${typeof clicks === 'string' ? quoted(clicks) : `number ${clicks}`}`;
  if (sends) return `consumer sends ${sentWords(sends)}`;
  if (types) return 'consumer types';
  if (joins) return 'consumer joins';
  if (reports) return 'the page reports engagement attributes';
  if (idle !== undefined) return `nothing happens for ${typeof idle === 'number' ? `${idle} s` : idle}`;
  if (agent) return agentWords(agent);
  if (bot === 'starts') return 'the bot is started';
  if (bot) return `the bot’s state is ${bot}`;
  if (invokes) {
    const { function: name, payload } = invokes;
    return `the platform calls ${name}${typeof payload === 'string' ? ` with ${payload}` : ''}`;
  }
  return `the ${closes ?? 'consumer'} closes the conversation`;
}

function sentWords({ file, event }: NonNullable<Turn['sends']>): string {
  if (file !== undefined) return `the file ${typeof file === 'string' ? file : file.relativePath}`;
  return event ? `an event ${event.type}` : 'rich content';
}

function agentWords({ joins, says, transfers, name }: NonNullable<Turn['agent']>): string {
  const who =
    typeof joins === 'string' ? `agent ${joins}` : name === undefined ? 'an agent' : `agent ${name}`;
  if (says !== undefined) return `${who} says ${quoted(says)}`;
  return transfers === undefined ? `${who} joins` : `${who} transfers to ${transfers}`;
}

/** A long text by its beginning. */
function quoted(text: string): string {
  return `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}
