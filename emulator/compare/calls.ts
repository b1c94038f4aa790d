import type { Entry } from '../connector/transcript/entry.ts';
import type { Played } from './answers.ts';

/** A call of the bot as a transcript has it. */
export type BotCall = Extract<Entry, { kind: 'bot-call' }>;

/** Every call of the bot, in order. */
export function botCalls(played: Pick<Played, 'turns'>): BotCall[] {
  return entriesOf(played).filter((entry) => entry.kind === 'bot-call');
}

/**
 * Those after which the connector ended in an error: the bot gave no answer, or none that the connector can go on with.
 * A service refuses an answer that a function only gives, so the answer alone would tell the two apart.
 */
export function failedCalls(played: Pick<Played, 'turns'>): ReadonlySet<BotCall> {
  const failed = new Set<BotCall>();
  let call: BotCall | undefined;
  for (const entry of entriesOf(played)) {
    if (entry.kind === 'bot-call') call = entry;
    else if (isBeginning(entry)) call = undefined;
    else if (entry.kind === 'error' && call) failed.add(call);
  }
  return failed;
}

/** What is wrong behind it has nothing to do with the call before. */
function isBeginning(entry: Entry): boolean {
  return (
    entry.kind === 'assigned' ||
    entry.kind === 'survey-started' ||
    (entry.kind === 'hook' && entry.hook === 'pre')
  );
}

function entriesOf({ turns }: Pick<Played, 'turns'>): Entry[] {
  return turns.flatMap(({ entries }) => entries);
}
