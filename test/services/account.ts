import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import type { Settings } from '../../emulator/project/settings.ts';
import type { Account, ServiceCall } from '../../emulator/services/account.ts';
import { createAccount } from '../../emulator/services/create.ts';
import { bytesOf, isFailure, textContent } from '../../emulator/services/exchange.ts';

/** What a service answered; `body` is parsed where it is JSON. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** One request; a body that is not text is sent as JSON. */
export interface Request {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The account of the imitated platform. */
export const brand = '00000000';

/** An account of a project with `secrets`. */
export function accountWith(
  presets: AccountPresets = {},
  { generation = 'v2', secrets = [] }: { generation?: Generation; secrets?: Settings['secrets'] } = {},
): Account {
  return createAccount({ generation, presets, settings: { secrets, whitelist: [] } });
}

/** What a call has, where nobody else is to be asked. */
const alone: ServiceCall = {
  now: () => 7,
  forward: async ({ url }) => ({ failure: { code: 'ERR_OUTBOUND_REFUSED', message: `no way to ${url}` } }),
};

/** Sends a request to the account; `undefined` when none of its services is there. */
export async function send(
  account: Account,
  url: string,
  { method = 'GET', headers = {}, body }: Request = {},
  call: Partial<ServiceCall> = {},
): Promise<Reply | undefined> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const content = text === undefined ? null : textContent(text);
  const answer = await account.answer({ method, url, headers, body: content }, { ...alone, ...call });
  if (!answer) return undefined;
  if (isFailure(answer)) throw new Error(answer.failure.message);
  return {
    status: answer.status,
    headers: answer.headers,
    body: answer.body && parsed(bytesOf(answer.body).toString()),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A token of the account for its default client. */
export async function tokenOf(account: Account): Promise<string> {
  const { body } = (await send(account, tokenUrl(), tokenRequest())) ?? {};
  return `Bearer ${(body as { access_token: string }).access_token}`;
}

/** The token endpoint as the v2 toolbelt asks it. */
export function tokenUrl(account = brand): string {
  return `https://local.sentinel.liveperson.net/sentinel/api/v2/account/${account}/app/token?v=2.0`;
}

/** The default client's request for a token, with `fields` over it. */
export function tokenRequest(fields: Record<string, string> = {}): Request {
  const body = new URLSearchParams({
    client_id: 'local-client-id',
    client_secret: 'local-client-secret',
    grant_type: 'client_credentials',
    ...fields,
  });
  return { method: 'POST', body: body.toString() };
}
