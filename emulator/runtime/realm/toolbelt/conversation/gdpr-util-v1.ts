import type { CsdsClient } from '../access/csds-client.ts';
import { messageOf } from '../errors.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { FullResponse } from '../http/options.ts';
import type { Conversation } from './conversation.ts';
import {
  type ReplacementFile,
  type ShouldReplace,
  type StorageCredentials,
  blackDot,
  filePaths,
} from './files.ts';

/**
 * Each file gets a token of its own. Source: github.com/LivePersonInc/faas-cli (branch legacy)
 * src/shared/lp-faas-toolbelt/GDPR.
 */
export class GdprUtilV1 {
  readonly #csds: CsdsClient;
  readonly #http: HttpClient;

  constructor(csds: CsdsClient, http: HttpClient) {
    this.#csds = csds;
    this.#http = http;
  }

  async replaceConversationFiles(
    conversation: Conversation,
    credentials: StorageCredentials,
    shouldReplace: ShouldReplace = () => true,
    replacement: ReplacementFile = blackDot(),
  ): Promise<string[]> {
    if (!conversation) throw new Error('Please provide conversation object.');
    const records = conversation.conversationHistoryRecords ?? [];
    const paths = filePaths(records.flatMap(({ messageRecords = [] }) => messageRecords)).filter(
      shouldReplace,
    );
    await Promise.all(paths.map((path) => this.#replace(path, credentials, replacement)));
    return paths;
  }

  async #replace(path: string, credentials: StorageCredentials, { body, contentType }: ReplacementFile) {
    try {
      const host = await this.#csds.get('swift');
      const token = await this.#token(host, credentials);
      const headers = { 'content-type': contentType, 'x-auth-token': token };
      await this.#http(`https://${host}${path}`, { method: 'PUT', headers, body });
    } catch (error) {
      throw new Error(`Unable to replace image ${path}: ${messageOf(error)}`, { cause: error });
    }
  }

  async #token(host: string, { username, password }: StorageCredentials): Promise<unknown> {
    const headers = { 'X-Auth-User': username, 'X-Auth-Key': password };
    try {
      const response = await this.#http(`https://${host}/auth/v1.0`, {
        headers,
        resolveWithFullResponse: true,
      });
      return (response as FullResponse).headers['x-auth-token'];
    } catch (error) {
      throw new Error(`Unable to authorize at Swift: ${messageOf(error)}`, { cause: error });
    }
  }
}
