import type { ConversationRecord } from '../payload/account/account-presets.ts';
import { ConversationContentTypes } from '../platform/conversation-content.ts';
import { accountId } from '../platform/environment.ts';
import { didYouMean } from '../platform/suggest.ts';
import { unauthorized } from './authorization.ts';
import type { OutboundResponse } from './exchange.ts';
import { foreign, json, refusal } from './responses.ts';
import { isOwn, jsonOf, partsOf, type Service, type ServiceRequest, type Surroundings } from './service.ts';

const contentTypes = Object.values(ConversationContentTypes);

/**
 * The Messaging Interactions API: a conversation by its id. Sources:
 * developers.liveperson.com/messaging-interactions-api-methods-get-conversation-by-conversation-id.html and
 * messaging-interactions-api-methods-conversations.html; that a wrong content type is a 400 is inferred.
 */
export function messageHistory(surroundings: Surroundings): Service {
  const { conversations = {} } = surroundings.presets;
  return async (request) => {
    const path = '/messaging_history/api/account/:account/conversations/conversation/search';
    const { account } = partsOf(path, request.url.pathname) ?? {};
    if (request.method !== 'POST' || account === undefined) return undefined;
    const refused = await unauthorized(request, surroundings);
    if (refused) return refused;
    if (!isOwn(account)) return foreign(401, account);
    return search(request, conversations);
  };
}

function search(
  request: ServiceRequest,
  conversations: Record<string, ConversationRecord>,
): OutboundResponse {
  const { conversationId: id, contentToRetrieve: types } = (jsonOf(request) ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return refusal(400, '"conversationId" must be text');
  const fault = types === undefined ? undefined : faultIn(types);
  if (fault !== undefined) return refusal(400, fault);
  const known = Object.hasOwn(conversations, id) ? conversations[id] : undefined;
  const records = known ? [shown(whole(id, known), request, types as string[] | undefined)] : [];
  return json(200, {
    _metadata: {
      count: records.length,
      self: { rel: 'self', href: request.url.href },
      shardsStatusResult: { partialResult: false },
    },
    conversationHistoryRecords: records,
  });
}

function faultIn(types: unknown): string | undefined {
  if (!Array.isArray(types)) return '"contentToRetrieve" must be a list';
  const known: readonly unknown[] = contentTypes;
  const strange = types.find((type) => !known.includes(type));
  if (strange === undefined) return undefined;
  const near = typeof strange === 'string' ? didYouMean(strange, contentTypes) : '';
  return `"contentToRetrieve" holds ${JSON.stringify(strange)}, which is no content type.${near}`;
}

/** What every record says about itself, whoever wrote it. */
function whole(id: string, record: ConversationRecord): ConversationRecord {
  const { info } = record;
  return {
    ...record,
    info: { conversationId: id, brandId: accountId, ...(typeof info === 'object' ? info : {}) },
  };
}

/** The version 1 of the API, which is meant where none is named, knows no unauthenticated attributes. */
function shown(
  record: ConversationRecord,
  { url }: ServiceRequest,
  types: string[] | undefined,
): ConversationRecord {
  const hidden = url.searchParams.get('v') === '2' ? [] : ['unAuthSdes'];
  const wanted = types && new Set(['info', ...types]);
  const kept = Object.entries(record).filter(
    ([type]) => !hidden.includes(type) && (wanted?.has(type) ?? true),
  );
  return Object.fromEntries(kept);
}
