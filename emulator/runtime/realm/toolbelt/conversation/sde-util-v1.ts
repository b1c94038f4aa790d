import type { LpClientV1 } from '../access/lp-client-v1.ts';
import { messageOf } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import type { Conversation } from './conversation.ts';
import { type ConversationSdes, sdePath, sortedSdes } from './sdes.ts';

/** Source: github.com/LivePersonInc/faas-cli (branch legacy) src/shared/lp-faas-toolbelt/SDE-util. */
export class SdeUtilV1 {
  readonly #lp: LpClientV1;

  constructor(lp: LpClientV1) {
    this.#lp = lp;
  }

  async addSDEs(sdes: readonly object[], visitorId: string, sessionId: string): Promise<void> {
    if (!sdes || sdes.length === 0) throw new Error('Please provide one or more SDEs');
    const headers = { 'Content-Type': 'application/json' };
    const request = { method: 'PUT', headers, body: sdes, json: true };
    try {
      await this.#lp('smt', sdePath(brandId('v1'), visitorId, sessionId), request);
    } catch (error) {
      throw new Error(`Error while setting SDEs: ${messageOf(error)}`, { cause: error });
    }
  }

  getSDEsFromConv(conversation: Conversation): ConversationSdes {
    const [record] = conversation?.conversationHistoryRecords ?? [];
    if (record) return sortedSdes(record);
    throw new Error('Error while getting SDEs from conversation: Please provide a valid conversation.');
  }
}
