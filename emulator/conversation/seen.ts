import type {
  ActionEntry,
  AssignmentEntry,
  DeliveryEntry,
  Entry,
  ErrorEntry,
  EscalationEntry,
  FunctionCallEntry,
  HookEntry,
} from '../connector/transcript/entry.ts';
import type { InvocationRecord } from '../invoke/record.ts';

type Dropped = Extract<DeliveryEntry, { kind: 'bot-dropped' }>;

/** What came of one turn, sorted by what an expectation can ask for; each list is in order. */
export interface Seen {
  /** What the consumer reads from the bot, the texts of quick replies among them. */
  texts: string[];
  quickReplies: string[];
  cards: unknown[];
  notes: string[];
  /** Milliseconds each. */
  delays: number[];
  connectorTexts: string[];
  dropped: Dropped[];
  actions: ActionEntry[];
  errors: ErrorEntry[];
  escalations: EscalationEntry[];
  hooks: HookEntry[];
  invoked: FunctionCallEntry[];
  assignments: AssignmentEntry[];
  /** Of the bot, its hooks, and every function that these called. */
  records: InvocationRecord[];
  /** Milliseconds that the bot and its hooks took, as measured. */
  took: number;
}

/** Sorts the entries of a turn. */
export function seenIn(entries: readonly Entry[]): Seen {
  const own = entries.flatMap((entry) => ('record' in entry && entry.record ? [entry.record] : []));
  return {
    texts: entries.flatMap((entry) =>
      entry.kind === 'bot-text' || entry.kind === 'bot-quick-replies' ? [entry.text] : [],
    ),
    quickReplies: of(entries, 'bot-quick-replies').flatMap(({ choices }) =>
      choices.map(({ title }) => title),
    ),
    cards: of(entries, 'bot-card').map(({ content }) => content),
    notes: of(entries, 'bot-private-note').map(({ text }) => text),
    delays: of(entries, 'bot-delay').map(({ seconds }) => seconds * 1_000),
    connectorTexts: of(entries, 'connector-text').map(({ text }) => text),
    dropped: of(entries, 'bot-dropped'),
    actions: of(entries, 'action'),
    errors: of(entries, 'error'),
    escalations: of(entries, 'escalated'),
    hooks: of(entries, 'hook'),
    invoked: of(entries, 'function-call'),
    assignments: of(entries, 'assigned'),
    records: own.flatMap(withCalled),
    took: own.reduce((sum, { timings }) => sum + timings.wall, 0) + requested(entries),
  };
}

/** Time for requests to a bot elsewhere. That for a token is a part of the request that it is for. */
function requested(entries: readonly Entry[]): number {
  return of(entries, 'bot-call')
    .flatMap(({ exchanges = [] }) => exchanges)
    .filter(({ purpose }) => purpose !== 'token')
    .reduce((sum, { durations: { auth, connect, server } }) => sum + auth + connect + server, 0);
}

function of<Kind extends Entry['kind']>(
  entries: readonly Entry[],
  kind: Kind,
): Extract<Entry, { kind: Kind }>[] {
  return entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind);
}

function withCalled(record: InvocationRecord): InvocationRecord[] {
  return [record, ...(record.called ?? []).flatMap(withCalled)];
}
