import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../payload/document/path.ts';
import type { BotReply } from '../bot/bot.ts';
import type { BotCallEntry } from '../transcript/entry.ts';
import type { Failure } from '../answer/failure.ts';
import { type FunctionCall, type FunctionRun, tooLarge } from '../bot/functions.ts';
import { overlooked } from '../answer/overlooked.ts';
import { planAnswer } from '../answer/plan.ts';
import { eventType, type Passed, requestOf } from '../request/request.ts';
import type { Seat } from '../session/seat.ts';
import type { Session } from '../session/session.ts';

/** A bot is told of an event: pre hook, bot, post hook, checks. What comes of it is delivered or fails next. */
export async function ask(session: Session, { passed }: { passed: Passed }): Promise<void> {
  const { seat } = session;
  if (!seat) return;
  const { id: convId, channel, house } = session;
  const { name: bot } = seat.running;
  const made = requestOf(passed, { convId, channel, sdes: seat.sdes, welcome: house.shapes.welcome });
  seat.exchange = { request: made };
  const request = await hooked(session, seat, { hook: 'pre', payload: same(made) });
  if (isFailed(request)) return failNext(session, seat, request.failed);
  seat.exchange = { request: request.value };
  const event = eventType(passed);
  const reply = await seat.bot.send({ type: event, request: request.value, at: session.now });
  session.clock.advance(reply.waited ?? 0);
  session.log({ kind: 'bot-call', bot, event, request: request.shown, ...spoken(reply) });
  const findings = reply.findings ?? [];
  if (reply.kind === 'failed')
    return failNext(session, seat, { error: reply.error, message: reply.message, findings });
  for (const finding of findings) session.log({ kind: 'notice', finding });
  seat.exchange = { request: request.value, answer: reply.answer };
  const answer = await afterwards(session, seat, { value: reply.answer, shown: shownOf(reply) });
  if (isFailed(answer)) return failNext(session, seat, answer.failed);
  seat.exchange = { request: request.value, answer: answer.value };
  const against = await house.judge(answer.shown, made);
  const plan = planAnswer(answer.shown, against, { bot, channel });
  for (const finding of overlooked(against, plan)) session.log({ kind: 'notice', finding });
  if ('error' in plan) return failNext(session, seat, plan);
  session.agenda.push({ do: 'deliver', answer: { plan, seat }, from: 0 });
}

/**
 * What functions hand on to each other, and what a transcript may show of it: values of secrets are taken out of that.
 * The consumer is shown no more than the transcript.
 */
interface Handed {
  value: unknown;
  shown: unknown;
}

function same(value: unknown): Handed {
  return { value, shown: value };
}

function shownOf(reply: Extract<BotReply, { kind: 'answer' }>): unknown {
  return reply.record ? reply.record.result : reply.answer;
}

function isFailed(given: Handed | { failed: Failure }): given is { failed: Failure } {
  return 'failed' in given;
}

function failNext(session: Session, seat: Seat, why: Failure): void {
  session.agenda.push({ do: 'fail', failure: why, seat });
}

function spoken(reply: BotReply): Pick<BotCallEntry, 'answer' | 'record' | 'exchanges'> {
  return {
    ...(reply.kind === 'answer' && { answer: shownOf(reply) }),
    ...(reply.record && { record: reply.record }),
    ...(reply.exchanges && { exchanges: reply.exchanges }),
  };
}

function whyFailed(run: FunctionRun, hook: string): Pick<Failure, 'message' | 'findings'> {
  if (run.kind === 'unusable') return run;
  if (run.kind === 'failed') return { message: run.message, findings: [] };
  const large = tooLarge(run.record);
  if (large) return { message: large.message, findings: [large] };
  return { message: `${hook} did not give the payload back`, findings: [] };
}

/** Without a body there is nothing for a post hook to change (ours); the checks say what is wrong. */
async function afterwards(
  session: Session,
  seat: Seat,
  answer: Handed,
): Promise<Handed | { failed: Failure }> {
  return isObject(answer.value) ? hooked(session, seat, { hook: 'post', payload: answer }) : answer;
}

/**
 * The payload as a hook gives it back, or as it is where that hook is off. That a hook which gives no object back counts
 * as failed is ours. Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
async function hooked(
  session: Session,
  { running }: Seat,
  { hook, payload }: { hook: 'pre' | 'post'; payload: Handed },
): Promise<Handed | { failed: Failure }> {
  const name = running.settings.hooks[hook];
  if (name === null) return payload;
  const { house, now: at, surroundings } = session;
  const call: FunctionCall = { label: `${hook} hook`, payload: payload.value, at, surroundings };
  const run = await house.functions.byName(name, call);
  const record = run.kind === 'unusable' ? {} : { record: run.record };
  const said = { kind: 'hook', hook, function: name, ...record } as const;
  if (run.kind !== 'answer' || !isObject(run.answer)) {
    session.log({ ...said, outcome: 'failed' });
    return { failed: { error: 'aivendor.faas.failed-hook', ...whyFailed(run, `the ${hook} hook ${name}`) } };
  }
  const outcome = isDeepStrictEqual(run.answer, payload.value) ? 'unchanged' : 'changed';
  session.log({ ...said, outcome });
  return { value: run.answer, shown: run.record.result };
}
