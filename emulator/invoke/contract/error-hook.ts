import type { Finding } from '../../errors.ts';
import { ignored } from './finding.ts';
import { kind } from './value.ts';

/**
 * Judges the answer to `bot_connectors_error_hook`: the connector sends nothing of it on, so anything is fine; an answer
 * with content gets a warning, because somebody meant something by it.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-third-party-bots.html.
 */
export function judgeErrorHook(result: unknown): Finding[] {
  if (typeof result !== 'object' || result === null || Object.keys(result).length === 0) return [];
  const what = `the connector ignores what an error hook answers, and this one answers ${kind(result)} with content`;
  const hint = 'return nothing; log what operators need, or send it to a webhook';
  return [ignored({ path: '', what, hint })];
}
