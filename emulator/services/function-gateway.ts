import { type Failure, failureCodes } from '../platform/failures.ts';
import { unauthorized } from './authorization.ts';
import { type OutboundResponse, textContent } from './exchange.ts';
import type { FunctionEnd, FunctionInput, FunctionPort } from './functions.ts';
import { empty, foreign, json } from './responses.ts';
import { isOwn, jsonOf, partsOf, type Service, type ServiceRequest, type Surroundings } from './service.ts';

/**
 * The status that stands for a function's own failure. Source:
 * developers.liveperson.com/liveperson-functions-foundations-error-codes.html.
 */
const functionFailed = 901;

/** An account without functions. */
const none: FunctionPort = { call: async () => ({ kind: 'not-found' }), forEvent: async () => [] };

/**
 * The invocation API: functions by uuid or by the event that they react to. Sources:
 * developers.liveperson.com/liveperson-functions-foundations-external-invocation.html and
 * github.com/LivePersonInc/faas-client-node src/client/baseClient.ts. Skills are not looked at.
 */
export function functionGateway(surroundings: Surroundings): Service {
  return async (request) => {
    const { method, url, call } = request;
    const functions = call.functions ?? none;
    const one = partsOf('/api/account/:account/lambdas/:uuid/invoke', url.pathname);
    const all = partsOf('/api/account/:account/events/:event/invoke', url.pathname);
    const asked = partsOf('/api/account/:account/events/:event/isImplemented', url.pathname);
    const { account, uuid, event } = { ...one, ...all, ...asked };
    if (account === undefined || method !== (asked ? 'GET' : 'POST')) return undefined;
    const refused = await unauthorized(request, surroundings);
    if (refused) return refused;
    if (!isOwn(account)) return foreign(401, account);
    const { generation } = surroundings;
    if (asked) return json(200, { implemented: (await functions.forEvent(event ?? '')).length > 0 });
    const input = inputOf(request);
    if (typeof input === 'string') return fault(400, failureCodes['bad-input'], input, generation);
    if (uuid !== undefined) return toResponse(await functions.call(uuid, input), generation, uuid);
    return callAll(functions, event ?? '', input, surroundings);
  };
}

/** Every function of the event, one after the other; one that fails ends the chain. */
async function callAll(
  functions: FunctionPort,
  event: string,
  input: FunctionInput,
  { generation, clock }: Surroundings,
): Promise<OutboundResponse> {
  const uuids = await functions.forEvent(event);
  if (uuids.length === 0) return toResponse({ kind: 'not-found' }, generation, `for event ${event}`);
  const answers: unknown[] = [];
  for (const uuid of uuids) {
    const end = await functions.call(uuid, input);
    if (end.kind !== 'answer') return toResponse(end, generation, uuid);
    const result: unknown = end.json === undefined ? undefined : JSON.parse(end.json);
    answers.push({ uuid, timestamp: clock.now(), result });
  }
  return json(200, answers);
}

function toResponse(
  end: FunctionEnd,
  generation: Surroundings['generation'],
  which: string,
): OutboundResponse {
  if (end.kind === 'not-found') {
    return fault(404, failureCodes['not-found'], `there is no function ${which}`, generation);
  }
  if (end.kind === 'failed') {
    return fault(functionFailed, { v1: end.code, v2: end.code }, end.message, generation);
  }
  if (end.json === undefined) return empty(200);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: textContent(end.json) };
}

function fault(
  status: number,
  codes: (typeof failureCodes)[Failure],
  message: string,
  generation: Surroundings['generation'],
): OutboundResponse {
  const code = codes[generation];
  return json(status, generation === 'v1' ? { errorCode: code, errorMsg: message } : { code, message });
}

/** The body as an input, or what is wrong with it. */
function inputOf(request: ServiceRequest): FunctionInput | string {
  const body = jsonOf(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'the body must be a JSON object';
  const { timestamp, headers = [], payload } = body as Record<string, unknown>;
  if (!Array.isArray(headers)) return '"headers" must be a list of { "key", "value" }';
  if (timestamp !== undefined && typeof timestamp !== 'number') return '"timestamp" must be a number';
  return { ...(timestamp === undefined ? {} : { timestamp }), headers, payload };
}
