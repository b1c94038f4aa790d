import { builtInNamespaces } from '../platform/context-namespaces.ts';
import type { ContextStore } from './context-store.ts';
import type { OutboundResponse } from './exchange.ts';
import { notInAccount } from './not-in-account.ts';
import { empty, json, refusal } from './responses.ts';
import { jsonOf, type ServiceRequest } from './service.ts';

/** What a path of the service leads to. */
export interface Place {
  namespace: string;
  session: string;
  property: string;
}

type Answer = OutboundResponse | undefined;

/** Answers for `/v1/account/{account}`: the list of namespaces, and a new one. */
export function answerAccount(request: ServiceRequest, store: ContextStore): Answer {
  if (request.method === 'GET') return json(200, store.namespaces());
  return request.method === 'POST' ? create(request, store) : undefined;
}

function create(request: ServiceRequest, store: ContextStore): OutboundResponse {
  const { name } = (jsonOf(request) ?? {}) as { name?: unknown };
  if (typeof name !== 'string' || name === '') return refusal(400, '"name" must be text');
  if (builtInNamespaces.includes(name)) return builtIn(name);
  const asked = request.url.searchParams.get('ttlSecond');
  const ttl = asked === null ? undefined : Number(asked);
  if (ttl !== undefined && !(Number.isInteger(ttl) && ttl > 0)) {
    return refusal(400, 'ttlSecond must be a whole number above 0');
  }
  if (store.create(name, ttl)) {
    note(request, 'create namespace', [name], ttl === undefined ? {} : { value: { ttlSecond: ttl } });
  }
  return empty(204);
}

/** Answers for `/{namespace}`: its end. What is gone already is no error. */
export function answerNamespace(request: ServiceRequest, store: ContextStore, { namespace }: Place): Answer {
  if (request.method !== 'DELETE') return undefined;
  if (builtInNamespaces.includes(namespace)) return builtIn(namespace);
  if (store.delete(namespace)) note(request, 'delete namespace', [namespace]);
  return empty(204);
}

/** Answers for `/{namespace}/session-ids`. */
export function answerSessions(request: ServiceRequest, store: ContextStore, { namespace }: Place): Answer {
  if (request.method !== 'GET') return undefined;
  return store.has(namespace) ? json(200, store.sessions(namespace)) : missing(request, namespace);
}

/** Answers for `/{namespace}/{session}/properties`. That a session without properties is a 404 is inferred. */
export function answerProperties(request: ServiceRequest, store: ContextStore, place: Place): Answer {
  const { namespace, session } = place;
  if (request.method === 'DELETE') {
    if (store.deleteSession(namespace, session)) note(request, 'delete session', [namespace, session]);
    return empty(204);
  }
  if (request.method !== 'GET' && request.method !== 'PATCH') return undefined;
  if (!store.has(namespace)) return missing(request, namespace);
  if (request.method === 'PATCH') return set(request, store, place);
  const properties = store.properties(namespace, session);
  if (!properties) return refusal(404, `session "${session}" of namespace "${namespace}" has no properties`);
  const wanted = request.url.searchParams.get('include')?.split(',');
  const shown = Object.entries(properties).filter(([key]) => wanted?.includes(key) ?? true);
  return json(200, Object.fromEntries(shown));
}

function set(request: ServiceRequest, store: ContextStore, { namespace, session }: Place): OutboundResponse {
  const properties = jsonOf(request);
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return refusal(400, 'the body must be an object of properties');
  }
  store.set(namespace, session, properties as Record<string, unknown>);
  for (const [property, value] of Object.entries(properties)) {
    note(request, 'set', [namespace, session, property], { value });
  }
  return empty(204);
}

/** Answers for `/{namespace}/{session}/properties/{property}`: its value as JSON. */
export function answerProperty(request: ServiceRequest, store: ContextStore, place: Place): Answer {
  const { namespace, session, property } = place;
  if (request.method === 'DELETE') {
    const gone = store.deleteProperty(namespace, session, property);
    if (gone) note(request, 'delete', [namespace, session, property]);
    return empty(204);
  }
  if (request.method !== 'GET') return undefined;
  if (!store.has(namespace)) lacks(request, namespace);
  const properties = store.properties(namespace, session) ?? {};
  if (Object.hasOwn(properties, property)) return json(200, properties[property]);
  return refusal(404, `there is no property ${namespace}/${session}/${property}`);
}

function note(
  request: ServiceRequest,
  operation: string,
  target: string[],
  value: { value?: unknown } = {},
): void {
  request.note({ service: 'mavenContext', operation, target: target.join('/'), ...value });
}

function missing(request: ServiceRequest, namespace: string): OutboundResponse {
  lacks(request, namespace);
  return refusal(404, `there is no namespace "${namespace}"`);
}

function lacks({ call }: ServiceRequest, namespace: string): void {
  call.tell?.(
    notInAccount(
      `namespace "${namespace}" in its Context Service`,
      `context: { namespaces: { ${JSON.stringify(namespace)}: {} } }`,
    ),
  );
}

function builtIn(namespace: string): OutboundResponse {
  return refusal(400, `the namespace "${namespace}" is built in`);
}
