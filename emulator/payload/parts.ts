import { vendorOf } from '../platform/bot-vendors.ts';
import { assigned } from './assigned.ts';
import { compose } from './compose/compose.ts';
import { fragmentNamed, type Fragments, fragmentsOf } from './compose/fragments.ts';
import { messageOf, withMessage } from './compose/message.ts';
import { isObject, valueAt } from './document/path.ts';
import type { Payload } from './payload.ts';
import { applySet, parseSet } from './compose/set.ts';
import { hasStarter, starterPayload } from './starter.ts';

/** What a payload is made from on the command line. */
export interface Parts {
  event: string | null;
  /** The payload to start from. */
  base?: Payload | undefined;
  /** The function's own input: where none comes with this package for its event, it is what `set` changes. */
  own?: Payload | undefined;
  message?: string | undefined;
  /** Names in lpEvent/, lpSdes/ and event/, with or without their folder. */
  lpEvent?: string | undefined;
  lpSdes?: string | undefined;
  eventFragment?: string | undefined;
  /** Each `path=value`. */
  set?: string[];
}

/** Its payload is the request to a bot of whatever vendor. */
const preHook = 'bot_connectors_pre_hook';

/** Events whose payload is a consumer's turn: from nothing but a message one can be made. */
const turns: readonly (string | null)[] = ['bot_connectors_custom_integration', preHook, null];

/** The conversation of a turn made from nothing; a messaging conversation's id is a UUID. */
const conversation = '00000000-0000-4000-8000-000000000001';

/**
 * Makes a payload from parts, for the project at `root`: the base (for a consumer's turn an empty one, for other events
 * the most usual one that comes with this package, else the function's own where values are all that is given), then
 * fragments, then the message, which also goes where the raw event has it, then each `set` in order. Throws
 * `unknown-fragment`, `bad-usage`, and `bad-payload` where the whole does not fit its event.
 */
export async function composePayload(root: string, parts: Parts): Promise<Payload> {
  const fragments = fragmentsOf(root);
  const base = parts.base ?? ownOf(parts) ?? (await start(root, parts.event, fragments));
  const withFragments = await useFragments(base.input.payload, parts, fragments);
  const assignments = (parts.set ?? []).map(parseSet);
  const unset = turn(withFragments, parts);
  const payload = await assigned({ file: base.file, event: parts.event, payload: unset }, assignments);
  return { ...base, event: parts.event, input: { ...base.input, payload } };
}

function ownOf(parts: Parts): Payload | undefined {
  return onlySets(parts) && !hasStarter(parts.event) ? parts.own : undefined;
}

/** Whether values are wanted and no consumer's turn. */
function onlySets({ message, lpEvent, lpSdes, eventFragment }: Parts): boolean {
  return [message, lpEvent, lpSdes, eventFragment].every((part) => part === undefined);
}

async function start(root: string, event: string | null, fragments: Fragments): Promise<Payload> {
  const usual = event === null || turns.includes(event) ? null : await starterPayload(root, event, fragments);
  const name = 'command line';
  const input = { headers: [], payload: {} };
  return { ...(usual ?? { input, mocks: [], source: '', inferred: null }), name, file: name, event };
}

async function useFragments(value: unknown, parts: Parts, fragments: Fragments): Promise<unknown> {
  let used = value;
  const places = [
    { folder: 'lpEvent', name: parts.lpEvent, path: ['context', 'lpEvent'] },
    { folder: 'lpSdes', name: parts.lpSdes, path: ['context', 'lpSdes'] },
    { folder: 'event', name: parts.eventFragment, path: ['event'] },
  ];
  for (const { folder, name, path } of places) {
    if (name === undefined) continue;
    used = applySet(used, { path, value: await fragmentValue(fragments, folder, name) });
  }
  return used;
}

/** An event is called WELCOME in the documentation; its fragment is found however it is written. */
async function fragmentValue(fragments: Fragments, folder: string, name: string): Promise<unknown> {
  const full = name.startsWith(`${folder}/`) ? name : `${folder}/${name}`;
  const names = await fragments.names();
  const near = names.find((each) => each.toLowerCase() === full.toLowerCase());
  const { document } = await fragmentNamed(fragments, near ?? full);
  return (await compose(document, ['value'], fragments)).value;
}

function turn(payload: unknown, parts: Parts): unknown {
  const { event, message } = parts;
  if (event === null && onlySets(parts)) return payload;
  if (!turns.includes(event) || !isObject(payload))
    return message === undefined ? payload : withMessage(payload, message);
  const { name, request } = vendorOf(payload, 'request');
  if (event === preHook && name !== 'Custom Integration')
    return message === undefined ? payload : applySet(payload, { path: request.text, value: message });
  const within = { convId: conversation, ...payload };
  const said = message ?? (valueAt(payload, ['message']) === undefined ? messageOf(payload) : null);
  return said === null ? within : withMessage(within, said);
}
