import type { Finding } from '../../errors.ts';
import { checkBotState } from '../contract/bot-state.ts';
import type { EndpointApi } from './api.ts';
import { type Failed, failedRead } from './failed.ts';
import type { WireLog } from './log.ts';

/** Why a bot does not start, and what to do about it. */
export interface NotReady {
  message: string;
  hint: string;
  findings: readonly Finding[];
}

/** Token, then state: "every state besides 'online' will let the test connection fail". `null` for a bot that starts. */
export async function testConnection(api: EndpointApi, log: WireLog): Promise<NotReady | null> {
  const told = await api.state(log);
  if (told.kind === 'failed') return notReady(told);
  const body = told.read();
  if (!body.ok) return notReady(failedRead([body.complaint]));
  const checked = checkBotState(body.value);
  if (!checked.ok) return notReady(failedRead(checked.complaints));
  const { state } = checked.value;
  if (state === 'online') return null;
  return {
    message: `the state of the bot is ${state}, and only one that is online starts`,
    hint: 'have the service answer online, or take another bot or environment of it: --bot, --environment',
    findings: [],
  };
}

function notReady(failed: Failed): NotReady {
  const { message, findings } = failed;
  return { message, findings, hint: hintFor(failed) };
}

/** What to look at first, by what came back. */
function hintFor({ error, status }: Failed): string {
  if (status === 401 || status === 403) {
    return 'the service has to take tokens of --sentinel: let it get their keys there, and look at --account and --client';
  }
  if (error === 'aivendor.custom-endpoint.authentication') {
    return 'start what the tokens come from, lpf-emulator sentinel, or name it with --sentinel <url>; then look at --account and --client';
  }
  if (error === 'aivendor.custom-endpoint.invalid-response') {
    return 'look at the base URL: what answers there may be no Custom Endpoint';
  }
  if (status === undefined) return 'start the service, and look at host and port of the base URL';
  return status === 404
    ? 'look at the base URL, to which /v1/bots/… is added, at the id of the bot (--bot) and at its environment (--environment)'
    : 'look at the log of the service, and at the base URL';
}
