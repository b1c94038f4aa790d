import type { LpClientV1 } from '../access/lp-client-v1.ts';
import { messageOf } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import type { Conversation } from './conversation.ts';
import { type KeywordMatch, messagesWith } from './keywords.ts';

/** Source: github.com/LivePersonInc/faas-cli (branch legacy) src/shared/lp-faas-toolbelt/conversation-util. */
export class ConversationUtilV1 {
  readonly #lp: LpClientV1;

  constructor(lp: LpClientV1) {
    this.#lp = lp;
  }

  async getConversationById(
    conversationId: string,
    contentToRetrieve?: readonly string[],
  ): Promise<Conversation> {
    if (!conversationId) throw new Error('Please provide a conversation ID.');
    try {
      return await this.#ask(conversationId, contentToRetrieve);
    } catch (error) {
      const reason = messageOf(error);
      throw new Error(`Error while fetching conversation "${conversationId}": ${reason}`, { cause: error });
    }
  }

  scanConversationForKeywords(conversation: Conversation, keywords: readonly string[]): KeywordMatch[] {
    if (!conversation) throw new Error('Please provide conversation object.');
    if (!keywords || keywords.length === 0) throw new Error('Please provide array containing keywords.');
    const [record] = conversation.conversationHistoryRecords;
    if (!record?.messageRecords) throw new Error('the conversation has no messageRecords');
    return messagesWith(keywords, record.messageRecords);
  }

  async #ask(conversationId: string, contentToRetrieve?: readonly string[]): Promise<Conversation> {
    const conversation = (await this.#lp(
      'msgHist',
      `/messaging_history/api/account/${brandId('v1')}/conversations/conversation/search?v=2`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: { conversationId, ...(contentToRetrieve?.length ? { contentToRetrieve } : {}) },
        json: true,
      },
    )) as Conversation;
    if (!conversation.conversationHistoryRecords.length) {
      throw new Error(`Conversation "${conversationId}" not found.`);
    }
    return conversation;
  }
}
