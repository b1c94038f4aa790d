import type { Entry } from '../connector/entry.ts';
import { shortCode } from '../platform/connector-errors.ts';

/** One thing that the brand's side did, with everything that can differ from one version of a bot to the next. */
export type HalfItem = Readonly<Record<string, unknown>>;

/**
 * The bot's half of some entries: what it and the connector said and did, hooks included, without the consumer's half
 * and without times and ids of single calls. Snapshots and replays compare these.
 */
export function botsHalf(entries: readonly Entry[]): HalfItem[] {
  return entries.flatMap((entry) => {
    const item = itemOf(entry);
    return item ? [item] : [];
  });
}

function itemOf(entry: Entry): HalfItem | undefined {
  switch (entry.kind) {
    case 'bot-text':
      return { says: entry.text, ...beside(entry) };
    case 'bot-quick-replies':
      return { says: entry.text, quickReplies: entry.choices.map(choiceItem), ...beside(entry) };
    case 'bot-card':
      return { card: entry.content, ...beside(entry) };
    case 'bot-private-note':
      return { note: entry.text };
    case 'bot-delay':
      return { delay: `${entry.seconds}s`, ...(entry.typing ? {} : { typing: false }) };
    case 'bot-silent':
      return { silent: true };
    case 'bot-dropped':
      return { dropped: entry.finding.message };
    case 'connector-text':
      return { connector: entry.text, to: entry.audience };
    case 'hook':
      return { hook: entry.hook, function: entry.function, outcome: entry.outcome };
    case 'function-call': {
      const { function: name, outcome, answer } = entry;
      return { invoked: name, outcome, ...(answer === undefined ? {} : { answer }) };
    }
    default:
      return happening(entry);
  }
}

/** What was done, where the others are what was said. */
function happening(entry: Entry): HalfItem | undefined {
  switch (entry.kind) {
    case 'action': {
      const { action, parameters, outcome } = entry;
      return { action, ...(Object.keys(parameters).length > 0 && { parameters }), outcome };
    }
    case 'error':
      return { error: entry.error };
    case 'escalated':
      return {
        escalated: entry.code === null ? true : shortCode(entry.code),
        skill: entry.skill,
        outcome: entry.outcome,
      };
    case 'assigned':
      return { assigned: entry.to.type === 'nobody' ? 'nobody' : entry.to.name, skill: entry.skill };
    case 'bot-state':
      return { bot: entry.state };
    case 'survey-started':
      return { survey: 'started' };
    case 'survey-ended':
      return { survey: 'ended' };
    case 'closed':
      return { closed: entry.by };
    default:
      return undefined;
  }
}

function choiceItem({ title, text, metadata }: { title: string; text: string; metadata?: unknown }): unknown {
  return title === text && metadata === undefined
    ? title
    : { title, text, ...(metadata === undefined ? {} : { metadata }) };
}

function beside({ metadata, encodedMetadata }: { metadata?: unknown; encodedMetadata?: string }): HalfItem {
  return {
    ...(metadata === undefined ? {} : { metadata }),
    ...(encodedMetadata === undefined ? {} : { encodedMetadata }),
  };
}
