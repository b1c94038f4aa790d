import { textContent } from '../../../../services/exchange.ts';
import type { LpRequest } from '../access/lp-request.ts';
import { ToolBeltError } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import { isOk, textOf } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import type { Conversation } from './conversation.ts';
import { failedWith } from './failed-with.ts';
import { type ConversationSdes, sdePath, sortedSdes } from './sdes.ts';

const codes = ErrorCodes.SDEsUtil;
const fault = (code: string, message: string) => new ToolBeltError('SDE-Util', code, message);

/** Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/SDE-util. */
export class SdeUtilV2 {
  readonly #lp: LpRequest;

  constructor(lp: LpRequest) {
    this.#lp = lp;
  }

  async addSDEs(sdes: readonly object[], visitorId: string, sessionId: string): Promise<void> {
    if (sdes.length === 0) throw fault(codes.General, 'Please provide one or more SDEs');
    try {
      const response = await this.#lp('smt', sdePath(brandId('v2'), visitorId, sessionId), {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-request-id': requestId() },
        body: textContent(JSON.stringify(sdes)),
      });
      if (isOk(response.status)) return;
      const reason = `Unexpected response: ${textOf(response)}. Status Code: ${response.status}`;
      throw fault(codes.UnexpectedResponse, reason);
    } catch (error) {
      throw failedWith(error, (message) => fault(codes.General, message));
    }
  }

  getSDEsFromConv(conversation: Conversation): ConversationSdes {
    try {
      const [record] = conversation.conversationHistoryRecords;
      if (!record) throw fault(codes.General, 'conversationHistoryRecords is empty');
      if (record.sdes || record.unAuthSdes) return sortedSdes(record);
      throw fault(codes.General, 'No sdes or unAuthSdes are provided');
    } catch (error) {
      const about = 'Error while getting SDEs from conversation: ';
      throw failedWith(error, (message) => fault(codes.General, message), about);
    }
  }
}
