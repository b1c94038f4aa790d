import type { ConnectorAction } from '../../platform/connector-actions.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { assign } from './assign.ts';
import { isOver } from './deliver.ts';
import { type Failure, failure } from '../answer/failure.ts';
import { isTaker, mayHandOver, mostHandOvers } from './hand-over.ts';
import type { Answered } from '../session/jobs.ts';
import type { PlannedAction } from '../answer/plan-action.ts';
import { route } from '../session/routing.ts';
import type { Session } from '../session/session.ts';

/** An action that is carried out. */
type Doing = PlannedAction & { action: ConnectorAction };

/** How carrying it out ended. */
interface Done {
  failure?: Failure | undefined;
  /** Of the function that was run. */
  record?: InvocationRecord | undefined;
  /** What happens next, after the action has been noted. */
  next?: () => Promise<void> | void;
  /** Whether nothing comes of the failure. */
  tolerated?: boolean;
}

/** Carries out the one action of an answer, after its messages. */
export async function act(session: Session, { answer }: { answer: Answered }): Promise<void> {
  const { plan, seat } = answer;
  const planned = plan.action;
  if (!planned) return;
  const { name: action, parameters } = planned;
  if (!planned.action) {
    session.log({ kind: 'action', action, parameters, outcome: 'ignored', findings: planned.findings });
    return;
  }
  const done = await carryOut(session, answer, { ...planned, action: planned.action });
  const { failure: why, record, next, tolerated } = done;
  const outcome = why ? 'failed' : 'done';
  session.log({ kind: 'action', action, parameters, outcome, ...(record && { record }) });
  if (why && !tolerated) session.agenda.push({ do: 'fail', failure: why, seat });
  await next?.();
}

async function carryOut(session: Session, answer: Answered, doing: Doing): Promise<Done> {
  if (doing.failure) return { failure: doing.failure };
  const lost = session.seat !== answer.seat;
  switch (doing.action) {
    case 'TRANSFER':
      return transfer(session, doing, lost);
    case 'CLOSE_CONVERSATION':
      return close(session, doing, lost);
    case 'CHANGE_TTR':
      return { failure: lost ? lostTtr(session) : undefined };
    case 'INVOCATION':
      return invoke(session, doing);
    default:
      return doing.action satisfies never;
  }
}

const tooLate = 'the conversation was closed or given to somebody else in the meantime';

/** A skill that is not there and one that nobody can take for have codes of their own. */
function transfer(session: Session, { parameters }: Doing, lost: boolean): Done {
  const { channel, house } = session;
  const failed = `connector.${channel}.transfer-to-skill` as const;
  if (lost) return { failure: failure(failed, tooLate) };
  if (session.state === 'survey') return { failure: failure(failed, 'a survey cannot be transferred') };
  const skill = String(parameters['skill']);
  const agentId = typeof parameters['agentId'] === 'string' ? parameters['agentId'] : undefined;
  const target = route({ skill, agentId, channel }, house.directory);
  if (target.kind === 'unknown-skill') {
    const error = `pipes.${channel}-handle-bot-action.transfer-skill-not-existing` as const;
    return { failure: failure(error, target.message) };
  }
  if (!isTaker(target)) return { failure: failure(failed, target.message) };
  if (!mayHandOver(session, target)) {
    const message = `bots handed the conversation over ${mostHandOvers} times, and nobody said anything in between`;
    return { failure: failure(failed, message) };
  }
  const next = async (): Promise<void> => {
    session.handOvers += 1;
    await assign(session, target, { skill, by: 'bot' });
  };
  return { next };
}

function close(session: Session, { parameters }: Doing, lost: boolean): Done {
  if (lost) return { failure: failure(`connector.${session.channel}.end-conversation`, tooLate) };
  const survey = parameters['withoutPcs'] !== true;
  const inSurvey = session.state === 'survey';
  const next = (): void =>
    void session.agenda.push(inSurvey ? { do: 'end-survey' } : { do: 'end', by: 'bot', survey });
  return { next };
}

function lostTtr(session: Session): Failure {
  const error = isOver(session) ? 'conversation-closed' : 'agent-not-authorized';
  return failure(`connector.messaging.${error}`, tooLate);
}

/**
 * Runs another function. Only with `failOnError` does its failure count, and its answer is read by nobody (ours: no page
 * says what would be done with it). Source: third-party-bots-liveperson-functions-advanced-features.html.
 */
async function invoke(session: Session, { parameters }: Doing): Promise<Done> {
  const { house, now: at, surroundings } = session;
  const uuid = String(parameters['lambdaUuid']);
  const call = { label: 'INVOCATION', payload: parameters['payload'], at, surroundings };
  const run = await house.functions.byUuid(uuid, call);
  if (run.kind === 'answer') return { record: run.record };
  const findings = run.kind === 'unusable' ? run.findings : [];
  const why: Failure = { error: 'aivendor.faas.failed-bot-action', message: run.message, findings };
  const record = run.kind === 'failed' ? run.record : undefined;
  return { failure: why, record, tolerated: parameters['failOnError'] !== true };
}
