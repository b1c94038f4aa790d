import { callerCode } from '../../platform/connector-errors.ts';
import type { Failure } from '../answer/failure.ts';
import { say } from './say.ts';
import type { Exchange, Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';

/**
 * The bot cannot go on: the error hook hears of it, then somebody else takes over. That the hook comes first is ours. In
 * a survey the consumer is told, and it ends. Nobody takes over what is no longer the bot's.
 * Source: developers.liveperson.com/third-party-bots-bot-types.html.
 */
export async function fail(
  session: Session,
  { failure, seat }: { failure: Failure; seat: Seat },
): Promise<void> {
  const { error, message, findings } = failure;
  const code = callerCode(error);
  const errorId = crypto.randomUUID();
  session.log({ kind: 'error', error, code, errorId, message, findings });
  const own = session.seat === seat;
  if (own && session.state === 'survey') {
    say(session, seat, 'errorMessage');
    session.agenda.push({ do: 'end-survey' });
    return;
  }
  if (seat.running.settings.botType === 'agent') await tellHook(session, seat, { errorId, name: code });
  if (own) session.agenda.push({ do: 'escalate', code, seat });
}

function exchanged({ request, ...more }: Exchange): Record<string, unknown> {
  return { faasPayload: request, ...('answer' in more && { faas: more.answer }) };
}

/**
 * The value of `vendor` and what `error.name` holds are not documented: both are ours.
 * Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
async function tellHook(
  session: Session,
  { running, exchange }: Seat,
  error: { errorId: string; name: string },
): Promise<void> {
  const name = running.settings.hooks.error;
  if (name === null) return;
  const { house, now: at, surroundings } = session;
  const { vendor = 'faas' } = running.source;
  const payload = { error, vendor, ...(vendor === 'faas' && exchange && exchanged(exchange)) };
  const run = await house.functions.byName(name, { label: 'error hook', payload, at, surroundings });
  session.log({
    kind: 'hook',
    hook: 'error',
    function: name,
    outcome: run.kind === 'answer' ? 'called' : 'failed',
    ...(run.kind !== 'unusable' && { record: run.record }),
  });
}
