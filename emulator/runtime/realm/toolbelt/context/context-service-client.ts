import { builtInNamespaces, defaultSession } from '../../../../platform/context-namespaces.ts';
import type { OutboundResponse } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import type { CsdsClient } from '../access/csds-client.ts';
import { SDKError } from '../errors.ts';
import { textOf } from '../host/fetch-like.ts';
import { parsed } from '../host/parsed.ts';
import { type ContextRequest, asSdkError, askContext, contextCodes } from './rest.ts';

/** Properties of a session, by name. */
export type Properties = Record<string, unknown>;

/** A namespace as the client answers it. */
export interface Namespace {
  name: string;
  createdAt: Date;
  ttlSecond?: number;
}

/** Whose store it is, and the key to it. */
export interface ContextAccess {
  hooks: RealmHooks;
  csds: CsdsClient;
  accountId: string;
  apiKey: string;
}

/**
 * The Context Session Store. Its host comes from CSDS; v1 has hosts written in for its regions, which is left out here
 * (ours). Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-faas-context-service-client.html.
 */
export class ContextServiceClient {
  readonly #access: ContextAccess;

  constructor(access: ContextAccess) {
    this.#access = access;
  }

  async createNamespace(namespace: string, { ttl }: { ttl?: number } = {}): Promise<Namespace> {
    if (namespace === undefined || namespace === null || namespace === '') {
      throw invalid('Namespace can not be null, undefined or empty string');
    }
    if (builtInNamespaces.includes(namespace)) throw invalid('Can not create a built-in namespace');
    if (ttl !== undefined && ttl <= 0) throw invalid('TTL needs to be a positive integer above 0');
    const query = ttl ? `?ttlSecond=${ttl}` : '';
    await this.#ask('POST', query, 204, { name: namespace });
    const found = (await this.getListOfNamespaces()).find(({ name }) => name === namespace);
    // Undefined where the store does not list what it just made, on the platform too; the types do not know of it.
    return found as Namespace;
  }

  async deleteNamespace(namespace: string): Promise<void> {
    if (namespace === undefined || namespace === null || namespace === '') return;
    if (builtInNamespaces.includes(namespace)) throw invalid('Can not delete a built-in namespace');
    await this.#ask('DELETE', `/${namespace}`, 204);
  }

  async getListOfNamespaces(): Promise<Namespace[]> {
    const list = await this.#json<{ name: string; createdAt: string; ttlSecond?: number }[]>('');
    return list.map(({ name, createdAt, ttlSecond }) => ({
      name,
      createdAt: new Date(createdAt),
      ...(ttlSecond && { ttlSecond }),
    }));
  }

  async setPropertiesInNamespace(namespace: string, properties: Properties, sessionId?: string) {
    const session = sessionId ?? defaultSession;
    await this.#ask('PATCH', `/${namespace}/${session}/properties`, 204, properties);
    return this.getAllPropertiesInSession(namespace, session);
  }

  /** The same request: what is not named stays. */
  updatePropertiesInNamespace(namespace: string, properties: Properties, sessionId?: string) {
    return this.setPropertiesInNamespace(namespace, properties, sessionId);
  }

  getAllPropertiesInSession(namespace: string, sessionId = defaultSession): Promise<Properties> {
    return this.#json<Properties>(`/${namespace}/${sessionId}/properties`);
  }

  /** One request after the other; what is not there is left out. */
  async getSelectedPropertiesInSession(namespace: string, names: readonly string[], sessionId?: string) {
    const selected: Properties = {};
    for (const name of names) {
      try {
        selected[name] = await this.getPropertyInSession(namespace, name, sessionId);
      } catch (error) {
        if (!(error instanceof SDKError) || error.code !== contextCodes.notFound) throw error;
      }
    }
    return selected;
  }

  async getPropertyInSession(namespace: string, name: string, sessionId = defaultSession): Promise<unknown> {
    return parsed(textOf(await this.#ask('GET', `/${namespace}/${sessionId}/properties/${name}`, 200)));
  }

  async deletePropertyInSession(namespace: string, name: string, sessionId = defaultSession): Promise<void> {
    await this.#ask('DELETE', `/${namespace}/${sessionId}/properties/${name}`, 204);
  }

  async deleteSession(namespace: string, sessionId: string): Promise<void> {
    await this.#ask('DELETE', `/${namespace}/${sessionId}/properties/`, 204);
  }

  getListOfSessions(namespace: string): Promise<string[]> {
    return this.#json<string[]>(`/${namespace}/session-ids`);
  }

  async #json<Body>(path: string): Promise<Body> {
    const response = await this.#ask('GET', path, 200);
    try {
      return JSON.parse(textOf(response)) as Body;
    } catch (error) {
      throw asSdkError(error);
    }
  }

  async #ask(method: string, path: string, accepted: number, body?: unknown): Promise<OutboundResponse> {
    const { hooks, csds, accountId, apiKey } = this.#access;
    const url = `https://${await csds.get('mavenContext')}/v1/account/${accountId}${path}`;
    const request: ContextRequest = { method, url, accepted, ...(body !== undefined && { body }) };
    return askContext(hooks, apiKey, request);
  }
}

function invalid(message: string): SDKError {
  return new SDKError(contextCodes.parameter, message);
}
