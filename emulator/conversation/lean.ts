import type { Entry } from '../connector/transcript/entry.ts';

/** An entry without what the entries around it tell again: what the bot was given, and its answer as a whole. */
export function lean(entry: Entry): Entry {
  if (!('record' in entry) || !entry.record) {
    return entry.kind === 'bot-call' && entry.exchanges ? withoutAnswer(entry) : entry;
  }
  const { result: _, ...record } = entry.record;
  return entry.kind === 'bot-call' ? { ...withoutAnswer(entry), record } : { ...entry, record };
}

function withoutAnswer(entry: Extract<Entry, { kind: 'bot-call' }>): Extract<Entry, { kind: 'bot-call' }> {
  const { answer: _, ...rest } = entry;
  return { ...rest, request: null };
}
