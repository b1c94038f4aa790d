import { campaignOf } from '../lib/automatic-messages/campaign';
import type { ConversationEnd, Input } from '../lib/events';
import { failureCode } from '../lib/outbound/failure-code';
import { identifier } from '../lib/identifier';
import { inTime } from '../lib/outbound/in-time';
import { logged } from '../lib/automatic-messages/log-commands';
import { settings } from '../lib/setting';
import { postReport } from '../lib/outbound/webhook';
import { keywordHits, type KeywordHit } from './keyword-hits';

/**
 * Looks for keywords in a conversation that has ended, such as the names of competitors or of laws, and posts what it
 * found to a webhook. What people wrote gets neither there nor into the log.
 */
export async function lambda(input: Input<ConversationEnd.Request>): Promise<ConversationEnd.Response> {
  const request = input.payload ?? {};
  const convId = identifier(request.general?.convId);
  const hits = await found(convId);
  if (convId !== null && hits !== null && hits.length > 0) await tell(convId, request, hits);
  return logged('conversation ended', request, [], { closeReason: closeReason(request), hits: hits?.length });
}

/** The hits; null where nobody could look. The history may lag behind the event. */
async function found(convId: string | null): Promise<KeywordHit[] | null> {
  const keywords = settings('KEYWORDS');
  if (convId === null || keywords.length === 0) return null;
  try {
    return await inTime(keywordHits(convId, keywords));
  } catch (error) {
    console.warn('conversation not scanned', { convId, code: failureCode(error) });
    return null;
  }
}

/** The receiver knows by the conversation's id what it has got already: the event may come up to four times. */
async function tell(convId: string, request: ConversationEnd.Request, hits: KeywordHit[]): Promise<void> {
  const keywords = [...new Set(hits.map(({ keyword }) => keyword))];
  await postReport({
    of: 'keyword',
    variable: 'KEYWORD_WEBHOOK_URL',
    id: convId,
    text: `Conversation ${convId} has ended. Keywords: ${keywords.join(', ')}.`,
    report: { convId, closeReason: closeReason(request), ...campaignOf(request.general), hits },
  });
}

/** The section, or the event's name: AGENT, CONSUMER or SYSTEM. */
function closeReason({ general, end }: ConversationEnd.Request): string | null {
  const named = identifier(general?.cbotEventType)?.replace(/_END_CONVERSATION$/, '');
  return identifier(end?.closeReason) ?? named ?? null;
}
