import type { Recording } from '../../payload/recording.ts';
import type { Account, SecretAsk, SecretReply } from '../../services/account.ts';
import type { ServiceChange } from '../../services/change.ts';
import { type OutboundAnswer, isFailure } from '../../services/exchange.ts';
import {
  abandoned,
  type Ask,
  gaveUp,
  type HttpAsk,
  type Moment,
  type OutboundTrace,
  type Outside,
} from '../outside.ts';
import type { Declared } from './declared.ts';
import { type Gate, refusalAt } from './gate.ts';
import { nearestOf, placeOf } from './nearest.ts';
import type { SendLive, Tape } from './passage.ts';
import { brokenMock, noHttp, type Refusal, undeclared, unrecorded } from './refusal.ts';
import { RequestParts } from './request-parts.ts';
import { respond } from './respond.ts';

/** Mocks, and the folder that their files are relative to. */
export interface Source {
  declared: Declared;
  base: string | undefined;
  /** The file that they are read from, where it is not the payload. */
  file?: string;
}

/** What is declared to answer. */
export interface Sources {
  /** What the payload declares, then what the project does for all calls. */
  mocks: readonly Source[];
  /** Recordings with their files, the payload's own first. */
  recordings: readonly (Source & Pick<Recording, 'file'>)[];
}

/** What one call's network is made of. */
export interface NetworkOptions extends Sources {
  account: Account;
  gate: Gate;
  /** The real network, where it may be asked. */
  live?: SendLive | undefined;
  tape?: Tape | undefined;
}

/** One request on its way. */
interface Exchange {
  ask: HttpAsk;
  parts: RequestParts;
  call: OutboundTrace;
  now: Moment;
  signal: AbortSignal;
}

/**
 * The network as one call of a function sees it. There is one way for every request: what the platform lets through,
 * declared mocks, the account's services, recordings, and the real network where that is asked for.
 */
export class Network implements Outside {
  readonly calls: OutboundTrace[] = [];
  readonly absentSecrets = new Set<string>();
  readonly #options: NetworkOptions;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  get account(): number {
    return this.#options.account.id;
  }

  get changes(): readonly ServiceChange[] {
    return this.#options.account.changes;
  }

  async answer(ask: Ask, now: Moment, signal: AbortSignal): Promise<unknown> {
    if (ask.kind === 'http') return this.#request(ask, now, signal);
    if (ask.kind === 'secret') return this.#secret(ask.secret, now);
    const call = this.#open('CONNECT', `tcp://${ask.target}`, now());
    Object.assign(call, { duration: 0, error: ask.message, finding: noHttp(ask) });
    return null;
  }

  async #secret(ask: SecretAsk, now: Moment): Promise<SecretReply> {
    const reply = await this.#options.account.secret(ask, now);
    if ('failure' in reply && reply.absent) this.absentSecrets.add(ask.key);
    return reply;
  }

  /** `forwarded`: sent by a service of the account in the function's name, from beyond the platform's gate. */
  async #request(ask: HttpAsk, now: Moment, signal: AbortSignal, forwarded = false): Promise<OutboundAnswer> {
    const { method, url } = ask.request;
    const call = this.#open(method, url, now(), signal);
    const exchange = { ask, parts: new RequestParts(ask.request), call, now, signal };
    const refused = forwarded ? undefined : refusalAt(this.#options.gate, ask);
    const answer = refused ? refuse(call, refused) : await this.#find(exchange);
    // Of an instance that is gone it stays open.
    if (!signal.aborted) end(call, now(), outcomeOf(answer));
    else if (signal.reason === gaveUp) end(call, now(), { error: abandoned });
    return answer;
  }

  async #find(exchange: Exchange): Promise<OutboundAnswer> {
    const { ask, parts, call } = exchange;
    const { mocks, recordings, live } = this.#options;
    const answered =
      this.#takeFirst(mocks, 'mock', exchange) ??
      (await this.#serve(exchange)) ??
      this.#takeFirst(recordings, 'replay', exchange);
    if (answered) return answered;
    if (live) return this.#pass(live, exchange);
    const [recording] = recordings;
    if (!recording) return refuse(call, undeclared(ask.request, nearestOf(mocks, parts)));
    return refuse(
      call,
      unrecorded(ask.request, recording.file, nearestOf([{ declared: recording.declared }], parts)),
    );
  }

  /** What the first of `sources` that has an answer answers, where any does. */
  #takeFirst(
    sources: readonly Source[],
    kind: OutboundTrace['source'],
    exchange: Exchange,
  ): Promise<OutboundAnswer> | undefined {
    for (const source of sources) {
      const answer = this.#take(source, kind, exchange);
      if (answer) return answer;
    }
    return undefined;
  }

  #take(
    { declared, base, file }: Source,
    kind: OutboundTrace['source'],
    { ask, parts, call, signal }: Exchange,
  ): Promise<OutboundAnswer> | undefined {
    const taken = declared.take(parts);
    if (!taken) return undefined;
    call.source = kind;
    if (file === undefined) call.mock = taken.index;
    return respond(taken.mock, base, ask, signal).catch((error: Error) =>
      refuse(call, brokenMock(ask.request, placeOf(taken.index, file), error.message)),
    );
  }

  async #serve({ ask, call, now, signal }: Exchange): Promise<OutboundAnswer | undefined> {
    const served = await this.#options.account.answer(ask.request, {
      now,
      tell: (finding) => {
        call.finding = finding;
      },
      forward: (request) => this.#request({ kind: 'http', request }, now, signal, true),
    });
    if (served) call.source = 'service';
    return served;
  }

  async #pass(live: SendLive, { ask: { request }, call, signal }: Exchange): Promise<OutboundAnswer> {
    call.source = 'live';
    const answer = await live(request, signal);
    if (!signal.aborted) this.#options.tape?.keep(request, answer);
    return answer;
  }

  #open(method: string, url: string, start: number, signal?: AbortSignal): OutboundTrace {
    const call: OutboundTrace = {
      method,
      url,
      status: null,
      source: 'refused',
      mock: null,
      start,
      duration: null,
      ...(signal && { signal }),
    };
    this.calls.push(call);
    return call;
  }
}

function refuse(call: OutboundTrace, { answer, finding }: Refusal): OutboundAnswer {
  Object.assign(call, { source: 'refused', finding });
  return answer;
}

/** Notes how a request ended; a slow body counts to its end. */
function end(call: OutboundTrace, now: number, { body = 0, ...outcome }: Ending): void {
  Object.assign(call, { duration: now - call.start + body }, outcome);
}

interface Ending {
  status?: number;
  error?: string;
  /** Milliseconds that the body takes from here on. */
  body?: number;
}

function outcomeOf(answer: OutboundAnswer): Ending {
  if (isFailure(answer)) return { error: answer.failure.message };
  const { status, pace } = answer;
  return { status, ...(pace?.kind === 'slow' && { body: pace.duration }) };
}
