import type { MonitoringPreset } from '../payload/account/account-presets.ts';
import { engagementAttributes } from '../platform/engagement-attributes.ts';
import { didYouMean } from '../platform/suggest.ts';
import { unauthorized } from './authorization.ts';
import type { OutboundResponse } from './exchange.ts';
import { foreign, json, refusal } from './responses.ts';
import { isOwn, jsonOf, partsOf, type Service, type ServiceRequest, type Surroundings } from './service.ts';

/**
 * The Engagement Attributes API: adds SDEs to a visit. Source:
 * developers.liveperson.com/engagement-attributes-api-engagement-attributes.html. Which part of a bad body it minds is
 * inferred: a type that does not exist, and fields that are no object.
 */
export function monitoring(surroundings: Surroundings): Service {
  const { monitoring: { visits } = {} } = surroundings.presets;
  return async (request) => {
    const path = '/api/account/:account/monitoring/visitors/:visitor/visits/current/events';
    const { account, visitor } = partsOf(path, request.url.pathname) ?? {};
    if (!isPut(request) || account === undefined || visitor === undefined) return undefined;
    const refused = await unauthorized(request, surroundings);
    if (refused) return refused;
    if (!isOwn(account)) return foreign(422, account);
    return add(request, visitor, visits);
  };
}

/** The page documents a POST that says that it is a PUT; the toolbelt sends the PUT itself. */
function isPut({ method, headers }: ServiceRequest): boolean {
  return method === 'PUT' || (method === 'POST' && headers['x-http-method-override'] === 'PUT');
}

function add(request: ServiceRequest, visitor: string, visits: MonitoringPreset['visits']): OutboundResponse {
  const session = request.url.searchParams.get('sid');
  if (!session) return refusal(400, 'the query parameter "sid", the session, is missing');
  if (!request.url.searchParams.has('v')) return refusal(400, 'the query parameter "v" is missing');
  const known = visits?.some(({ visitorId, sessionId }) => visitorId === visitor && sessionId === session);
  if (known === false) return refusal(404, `visitor ${visitor} has no session ${session}`);
  const attributes = jsonOf(request);
  const fault = faultIn(attributes);
  if (fault !== undefined) return refusal(400, fault);
  for (const attribute of attributes as unknown[]) {
    request.note({ service: 'smt', operation: 'add', target: `${visitor}/${session}`, value: attribute });
  }
  return json(200, {});
}

function faultIn(attributes: unknown): string | undefined {
  if (!Array.isArray(attributes) || attributes.length === 0) {
    return 'the body must be a list of engagement attributes';
  }
  return attributes.map(faultOf).find((fault) => fault !== undefined);
}

function faultOf(attribute: unknown, index: number): string | undefined {
  const { type, ...fields } = (attribute ?? {}) as Record<string, unknown>;
  const types = Object.keys(engagementAttributes);
  if (typeof type !== 'string') return `[${index}].type must be text: ${types.join(', ')}`;
  if (!isType(type)) return `[${index}].type is "${type}", which is none.${didYouMean(type, types)}`;
  const key = engagementAttributes[type];
  const held = key === null ? {} : (fields[key] ?? {});
  return typeof held === 'object' && !Array.isArray(held) ? undefined : `[${index}].${key} must be an object`;
}

function isType(type: string): type is keyof typeof engagementAttributes {
  return Object.hasOwn(engagementAttributes, type);
}
