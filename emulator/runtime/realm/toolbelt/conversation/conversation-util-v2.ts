import { type OutboundResponse, textContent } from '../../../../services/exchange.ts';
import type { LpRequest } from '../access/lp-request.ts';
import { ToolBeltError } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import { textOf } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { type Conversation, isConversation } from './conversation.ts';
import { failedWith } from './failed-with.ts';
import { type KeywordMatch, messagesWith } from './keywords.ts';

const codes = ErrorCodes.ConversationUtil;
const fault = (code: string, message: string) => new ToolBeltError('Conversation-Util', code, message);

/** Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/conversation-util. */
export class ConversationUtilV2 {
  readonly #lp: LpRequest;

  constructor(lp: LpRequest) {
    this.#lp = lp;
  }

  async getConversationById(
    conversationId: string,
    contentToRetrieve?: readonly string[],
  ): Promise<Conversation> {
    if (!conversationId) throw fault(codes.General, 'Please provide a conversation ID.');
    try {
      const response = await this.#ask(conversationId, contentToRetrieve);
      return conversationIn(conversationId, response);
    } catch (error) {
      const about = `Error while fetching conversation "${conversationId}": `;
      throw failedWith(error, (message) => fault(codes.General, message), about);
    }
  }

  scanConversationForKeywords(conversation: Conversation, keywords: readonly string[]): KeywordMatch[] {
    const transcript = conversation?.conversationHistoryRecords[0]?.messageRecords;
    if (!transcript) {
      throw fault(codes.General, 'Please provide conversation object with message records.');
    }
    if (!keywords || keywords.length === 0) {
      throw fault(codes.General, 'Please provide array containing keywords.');
    }
    return messagesWith(keywords, transcript);
  }

  #ask(conversationId: string, contentToRetrieve?: readonly string[]): Promise<OutboundResponse> {
    const path = `/messaging_history/api/account/${brandId('v2')}/conversations/conversation/search`;
    const asked = { conversationId, ...(contentToRetrieve?.length ? { contentToRetrieve } : {}) };
    return this.#lp('msgHist', `${path}?v=2&company=lp&source=FaaS_Toolbelt`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': requestId() },
      body: textContent(JSON.stringify(asked)),
    });
  }
}

function conversationIn(conversationId: string, response: OutboundResponse): Conversation {
  const conversation: unknown = JSON.parse(textOf(response));
  if (!isConversation(conversation)) {
    const reason = `Unexpected response: ${JSON.stringify(conversation)}. Status Code: ${response.status}`;
    throw fault(codes.UnexpectedResponse, reason);
  }
  if (conversation.conversationHistoryRecords.length > 0) return conversation;
  throw fault(codes.NotFound, `Conversation "${conversationId}" not found.`);
}
