import type { Entry } from '../../connector/transcript/entry.ts';
import type { PlayedTurn } from '../../conversation/played-turn.ts';

/** Whether a turn failed: the connector had an error, or a call does not pass by its own record. */
export function hasFailed({ entries }: PlayedTurn): boolean {
  return entries.some(isFailure);
}

function isFailure(entry: Entry): boolean {
  if (entry.kind === 'error') return true;
  if (entry.kind === 'notice') return entry.finding.severity === 'error';
  return 'record' in entry && entry.record !== undefined && !entry.record.verdict.pass;
}
