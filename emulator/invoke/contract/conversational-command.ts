import type { Finding } from '../../errors.ts';
import { doubtful, ignored } from './finding.ts';
import { kind } from './value.ts';

const hint = 'answer with a text for the agent, or a number';

/**
 * Judges the answer to `conversational_command`: a text or a number is shown to the agent, for anything else a generic
 * message of success. Source: developers.liveperson.com/liveperson-functions-event-sources-conversational-commands.html.
 */
export function judgeConversationalCommand(result: unknown): Finding[] {
  if (typeof result === 'number') return [];
  if (typeof result !== 'string') {
    const what = `the answer is ${kind(result)}, so the agent sees a generic message of success and nothing of it`;
    return [ignored({ path: '', what, hint })];
  }
  if (result.trim() !== '') return [];
  return [
    doubtful({ path: '', what: 'the answer is an empty text, so the agent sees an empty message', hint }),
  ];
}
