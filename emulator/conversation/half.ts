import type { Entry } from '../connector/transcript/entry.ts';
import { shortCode } from '../platform/connector-errors.ts';

/** One thing that the brand's side did, with everything that can differ from one version of a bot to the next. */
export type HalfItem = Readonly<Record<string, unknown>>;

/**
 * The bot's half of some entries: what it and the connector said and did, hooks included, without the consumer's half
 * and without times and ids of single calls. Snapshots and replays compare these.
 */
export function botsHalf(entries: readonly Entry[]): HalfItem[] {
  return entries.flatMap((entry) => {
    const item = items[entry.kind] as ((entry: Entry) => HalfItem) | null;
    return item ? [item(entry)] : [];
  });
}

/** Each kind of entry as an item; `null` for what is not of the bot's half. */
const items: {
  [Kind in Entry['kind']]: ((entry: Extract<Entry, { kind: Kind }>) => HalfItem) | null;
} = {
  'bot-text': (entry) => ({ says: entry.text, ...beside(entry) }),
  'bot-quick-replies': (entry) => ({
    says: entry.text,
    quickReplies: entry.choices.map(choiceItem),
    ...beside(entry),
  }),
  'bot-card': (entry) => ({ card: entry.content, ...beside(entry) }),
  'bot-private-note': ({ text }) => ({ note: text }),
  'bot-delay': ({ seconds, typing }) => ({ delay: `${seconds}s`, ...(typing ? {} : { typing: false }) }),
  'bot-silent': () => ({ silent: true }),
  'bot-dropped': ({ finding }) => ({ dropped: finding.message }),
  'connector-text': ({ text, audience }) => ({ connector: text, to: audience }),
  hook: ({ hook, function: name, outcome }) => ({ hook, function: name, outcome }),
  'function-call': ({ function: name, outcome, answer }) => ({
    invoked: name,
    outcome,
    ...(answer === undefined ? {} : { answer }),
  }),
  action: ({ action, parameters, outcome }) => ({
    action,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    outcome,
  }),
  error: ({ error }) => ({ error }),
  escalated: ({ code, skill, outcome }) => ({
    escalated: code === null ? true : shortCode(code),
    skill,
    outcome,
  }),
  assigned: ({ to, skill }) => ({ assigned: to.type === 'nobody' ? 'nobody' : to.name, skill }),
  'bot-state': ({ state }) => ({ bot: state }),
  'survey-started': () => ({ survey: 'started' }),
  'survey-ended': () => ({ survey: 'ended' }),
  closed: ({ by }) => ({ closed: by }),
  'bot-call': null,
  'bot-closed': null,
  notice: null,
  'agent-joined': null,
  'agent-text': null,
  'consumer-joined': null,
  'consumer-attributes': null,
  'consumer-typing': null,
  'consumer-text': null,
  'consumer-click': null,
  'consumer-rich-content': null,
  'consumer-file': null,
  'consumer-event': null,
};

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
