import { ConversationContentTypes, Toolbelt } from 'core-functions-toolbelt';

/** A keyword that was written, by whom and when; what else was written stays where it is. */
export interface KeywordHit {
  keyword: string;
  /** `Consumer` or `Agent`. */
  sentBy: string;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/** Finds keywords in a conversation of the messaging history. Rejects where the history cannot be read. */
export async function keywordHits(convId: string, keywords: readonly string[]): Promise<KeywordHit[]> {
  const util = Toolbelt.ConversationUtil();
  const conversation = await util.getConversationById(convId, [ConversationContentTypes.MESSAGE_RECORDS]);
  const patterns = new Map(keywords.map((keyword) => [`keywordRef:${pattern(keyword)}`, keyword]));
  const matches = util.scanConversationForKeywords(conversation, keywords.map(pattern));
  return matches.map(({ tag, sentBy, sentTimestamp }) => ({
    keyword: patterns.get(tag) ?? tag,
    sentBy,
    sentAt: sentTimestamp,
  }));
}

/** The scan takes each keyword for a regular expression, and a keyword is none. */
function pattern(keyword: string): string {
  return keyword.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
