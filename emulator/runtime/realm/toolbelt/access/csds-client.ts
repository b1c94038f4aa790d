import type { Generation } from '../../../../platform/generations.ts';
import type { RealmHooks } from '../../hooks.ts';
import { InternalError, ToolBeltError, messageOf } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import { fetchLike, textOf } from '../host/fetch-like.ts';
import { perAccount } from '../host/per-account.ts';
import { ErrorCodes } from '../names/error-codes.ts';

/** Milliseconds. Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/csds-client/csdsClient.ts. */
const ttl = 600_000;

const domainVariable: Record<Generation, string> = { v1: 'CSDS_DOMAIN', v2: 'X_LIVEPERSON_CSDS_DOMAIN' };

/** Service names to hosts, one entry for each object. */
type Domains = Record<string, string>[];

/** Where the account's LivePerson services are; asked once in ten minutes. */
export class CsdsClient {
  readonly #hooks: RealmHooks;
  readonly #known: () => { domains: Domains; at: number };

  constructor(hooks: RealmHooks) {
    this.#hooks = hooks;
    this.#known = perAccount(hooks, () => ({ domains: [], at: -Infinity }));
  }

  async get(service: string): Promise<string> {
    const domains = await this.getAll();
    const host = domains.find((domain) => Object.hasOwn(domain, service))?.[service];
    if (host === undefined) {
      throw this.#error(ErrorCodes.Csds.NotFound, `Service "${service}" could not be found.`);
    }
    return host;
  }

  async getAll(): Promise<Domains> {
    const known = this.#known();
    if (Date.now() <= known.at + ttl) return known.domains;
    try {
      const domains = await this.#ask();
      return Object.assign(known, { domains, at: Date.now() }).domains;
    } catch (error) {
      throw this.#error(ErrorCodes.Csds.Failure, messageOf(error));
    }
  }

  async #ask(): Promise<Domains> {
    const { generation } = this.#hooks;
    const domain = process.env[domainVariable[generation]] || 'api.liveperson.net';
    const path = `/api/account/${brandId(generation)}/service/baseURI.json?version=1.0`;
    const url = `https://${domain}${path}`;
    const response = await fetchLike(this.#hooks, { method: 'GET', url, headers: {} });
    const body = JSON.parse(textOf(response)) as { baseURIs?: unknown } | null;
    if (!Array.isArray(body?.baseURIs)) {
      throw new Error(`Status Code: ${response.status}. Response body ${JSON.stringify(body)}`);
    }
    return (body.baseURIs as { service: string; baseURI: string }[]).map(({ service, baseURI }) => ({
      [service]: baseURI,
    }));
  }

  #error(code: string, message: string): Error {
    if (this.#hooks.generation === 'v1') return new InternalError(code, message);
    return new ToolBeltError('CSDS-Client', code, message);
  }
}
