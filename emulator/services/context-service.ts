import type { ContextPreset } from '../payload/account/account-presets.ts';
import { defaultSession } from '../platform/context-namespaces.ts';
import {
  answerAccount,
  answerNamespace,
  answerProperties,
  answerProperty,
  answerSessions,
  type Place,
} from './context-answers.ts';
import { ContextStore } from './context-store.ts';
import type { OutboundResponse } from './exchange.ts';
import { notInAccount } from './not-in-account.ts';
import { foreign, refusal } from './responses.ts';
import { isOwn, partsOf, type Service, type ServiceRequest, type Surroundings } from './service.ts';

/**
 * The Context Service (context session store). Paths, statuses and bodies:
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/context-service-client/context-service-sdk/ and
 * developers.liveperson.com/maven-context-warehouse-context-session-store.html.
 */
export function contextService({ clock, presets: { context = {} } }: Surroundings): Service {
  const store = filled(new ContextStore(clock), context);
  return (request) => {
    const { pathname } = request.url;
    const account = pathname.split('/')[3];
    if (!pathname.startsWith('/v1/account/') || account === undefined) return undefined;
    const key = request.headers['maven-api-key'] ?? '';
    if (!mayUse(key, context)) {
      if (key !== '') request.call.tell?.(unknownKey);
      return refusal(403, 'the header "maven-api-key" is missing or wrong');
    }
    if (!isOwn(account)) return foreign(403, account);
    return route(request, pathname.slice(`/v1/account/${account}`.length) || '/', store);
  };
}

function filled(store: ContextStore, { namespaces = {} }: ContextPreset): ContextStore {
  for (const [namespace, { ttl, sessions = {} }] of Object.entries(namespaces)) {
    store.define(namespace, ttl);
    for (const [session, properties] of Object.entries(sessions)) store.set(namespace, session, properties);
  }
  return store;
}

/** Ours: any key will do where the presets name none. */
function mayUse(key: string, { apiKeys }: ContextPreset): boolean {
  return key !== '' && (apiKeys === undefined || apiKeys.includes(key));
}

const unknownKey = notInAccount(
  'such API key of the Context Service as a request came with',
  'context: { apiKeys: ["…"] }, or leave apiKeys out, and any key will do',
);

function route(request: ServiceRequest, path: string, store: ContextStore): OutboundResponse | undefined {
  if (path === '/') return answerAccount(request, store);
  const listed = partsOf('/:namespace/session-ids', path);
  if (listed) return answerSessions(request, store, placeOf(listed));
  const one = partsOf('/:namespace/properties/:property', path);
  const oneOfSession = one ?? partsOf('/:namespace/:session/properties/:property', path);
  if (oneOfSession) return answerProperty(request, store, placeOf(oneOfSession));
  const all = partsOf('/:namespace/properties', path) ?? partsOf('/:namespace/:session/properties', path);
  if (all) return answerProperties(request, store, placeOf(all));
  const whole = partsOf('/:namespace', path);
  return whole && answerNamespace(request, store, placeOf(whole));
}

function placeOf({ namespace = '', session = defaultSession, property = '' }: Partial<Place>): Place {
  return { namespace, session, property };
}
