import type { Entry } from '../../connector/transcript/entry.ts';
import { shortCode } from '../../platform/connector-errors.ts';
import type { FaultEnd } from './row.ts';

/** What the transcript tells of the turn with the fault; how long it took is for the caller to say. */
export function endOf(entries: readonly Entry[], done: string, after: number): FaultEnd {
  const error = entries.find((entry) => entry.kind === 'error');
  const answered = entries.some((entry) => entry.kind === 'bot-call' && 'answer' in entry) && !error;
  return {
    done,
    saw: entries.flatMap(readBy),
    after,
    answered,
    escalated: entries.some(({ kind }) => kind === 'escalated'),
    code: error ? shortCode(error.code) : null,
  };
}

function readBy(entry: Entry): string[] {
  switch (entry.kind) {
    case 'bot-text':
    case 'bot-quick-replies':
      return [entry.text];
    case 'bot-card':
      return ['(a card)'];
    case 'connector-text':
      return entry.audience === 'consumer' ? [entry.text] : [];
    default:
      return [];
  }
}
