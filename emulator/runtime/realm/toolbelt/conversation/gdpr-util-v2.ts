import type { RealmHooks } from '../../hooks.ts';
import type { CsdsClient } from '../access/csds-client.ts';
import { ToolBeltError } from '../errors.ts';
import { prepareBody } from '../host/body.ts';
import { fetchLike, isOk, textOf } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import type { Conversation } from './conversation.ts';
import { failedWith } from './failed-with.ts';
import {
  type ReplacementFile,
  type ShouldReplace,
  type StorageCredentials,
  blackDot,
  filePaths,
} from './files.ts';

const codes = ErrorCodes.GDPRUtil;
const fault = (code: string, message: string) => new ToolBeltError('GDPR-Util', code, message);

/** Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/GDPR-util. */
export class GdprUtilV2 {
  readonly #hooks: RealmHooks;
  readonly #csds: CsdsClient;

  constructor(hooks: RealmHooks, csds: CsdsClient) {
    this.#hooks = hooks;
    this.#csds = csds;
  }

  async replaceConversationFiles(
    conversation: Conversation,
    credentials: StorageCredentials,
    shouldReplace: ShouldReplace = () => true,
    replacement: ReplacementFile = blackDot(),
  ): Promise<string[]> {
    try {
      const [record] = conversation.conversationHistoryRecords ?? [];
      if (!record) return [];
      if (!record.messageRecords?.length) throw fault(codes.General, 'No message records provided');
      const paths = filePaths(record.messageRecords).filter(shouldReplace);
      if (paths.length > 0) await this.#replaceAll(paths, credentials, replacement);
      return paths;
    } catch (error) {
      throw failedWith(error, (message) => fault(codes.General, message));
    }
  }

  async #replaceAll(paths: string[], credentials: StorageCredentials, replacement: ReplacementFile) {
    const host = await this.#csds.get('swift');
    const token = await this.#token(host, credentials);
    await Promise.all(paths.map((path) => this.#replace(`https://${host}${path}`, token, replacement)));
  }

  async #token(host: string, { username, password }: StorageCredentials): Promise<string> {
    try {
      const headers = { 'x-auth-user': username, 'x-auth-key': password };
      const response = await fetchLike(this.#hooks, {
        method: 'GET',
        url: `https://${host}/auth/v1.0`,
        headers,
      });
      if (!isOk(response.status)) {
        const reason = `Authentication failed with response: ${textOf(response)}. Status Code: ${response.status}`;
        throw fault(codes.AuthFailure, reason);
      }
      const token = response.headers['x-auth-token'];
      if (!token) throw fault(codes.AuthFailure, 'No Auth token returned');
      return token;
    } catch (error) {
      throw failedWith(error, (message) => fault(codes.AuthFailure, `Authentication failed: ${message}`));
    }
  }

  async #replace(url: string, token: string, { body, contentType }: ReplacementFile): Promise<void> {
    const headers = { 'content-type': contentType, 'x-auth-token': token, 'x-request-id': requestId() };
    try {
      const { content } = await prepareBody(body, false);
      const response = await fetchLike(this.#hooks, { method: 'PUT', url, headers, body: content });
      if (isOk(response.status)) return;
      const reason = `File replacement failed with response: ${textOf(response)}. Status Code: ${response.status}`;
      throw fault(codes.General, reason);
    } catch (error) {
      throw failedWith(error, (message) => fault(codes.ReplaceFileFailed, message));
    }
  }
}
