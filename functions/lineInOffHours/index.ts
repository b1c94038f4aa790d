import { callTime } from '../lib/automatic-messages/call-time';
import { systemMessage } from '../lib/automatic-messages/commands';
import type { Input, LineInOffHours } from '../lib/events';
import { handOver } from '../lib/automatic-messages/hand-over';
import { logged } from '../lib/automatic-messages/log-commands';
import { nextOpeningWords } from '../lib/automatic-messages/next-opening';
import { setting } from '../lib/setting';
import { texts } from './texts';

/**
 * Answers a message that came while the line is closed with the time when it opens next, and moves the conversation to
 * the skill for the backlog: it stands still, so a transfer is in nobody's way.
 */
export async function lambda(input: Input<LineInOffHours.Request>): Promise<LineInOffHours.Response> {
  const request = input.payload ?? {};
  return logged('message in off hours', request, commandsFor(request, callTime(input)));
}

/** Events arrive late: by then the line may have opened, or the conversation may be closed. */
function commandsFor(request: LineInOffHours.Request, at: number): LineInOffHours.Response {
  const { general, mid } = request;
  if (general?.inOffHours === false || general?.newConvState === 'CLOSE') return [];
  const opening = nextOpeningWords(at);
  return [
    systemMessage(mid?.openedInOffHours === true ? again(opening) : first(opening)),
    ...handOver(setting('OFF_HOURS_SKILL_ID', ''), request),
  ];
}

function first(opening: string | null): string {
  return opening === null ? texts.closed : texts.closedUntil(opening);
}

/** Who began in off hours was told so by the greeting. */
function again(opening: string | null): string {
  return opening === null ? texts.stillClosed : texts.stillClosedUntil(opening);
}
