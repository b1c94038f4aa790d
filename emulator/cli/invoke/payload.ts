import { resolve } from 'node:path';
import { configPayload, configName } from '../../payload/config-payload.ts';
import type { Payload } from '../../payload/payload.ts';
import type { FunctionSource } from '../../project/function-source.ts';
import type { Terminal } from '../terminal.ts';
import type { InvokeOptions } from './options.ts';

/** `config.json`'s own input where nothing else is said: it needs no other file, so it is the quickest. */
export async function payloadOf(
  terminal: Terminal,
  root: string,
  source: FunctionSource,
  options: InvokeOptions,
): Promise<Payload> {
  const base = await baseOf(terminal, root, source, options.payload);
  const { message, lpEvent, lpSdes, event: eventFragment, set } = options;
  const own = configPayload(root, source);
  const composed =
    [message, lpEvent, lpSdes, eventFragment].some((part) => part !== undefined) || set.length > 0;
  if (!composed) return base ?? own;
  const { composePayload } = await import('../../payload/parts.ts');
  return composePayload(root, {
    event: source.config.event,
    set,
    base,
    own,
    message,
    lpEvent,
    lpSdes,
    eventFragment,
  });
}

async function baseOf(
  terminal: Terminal,
  root: string,
  source: FunctionSource,
  asked: string | undefined,
): Promise<Payload | undefined> {
  if (asked === undefined) return undefined;
  const { payloadNamed, payloadFromFile } = await import('../../payload/payloads.ts');
  const { readText } = await import('../../payload/document/read.ts');
  const { event } = source.config;
  if (asked === '-') return payloadFromFile(root, '-', await terminal.stdin(), event);
  const path = fileAsked(terminal, asked);
  if (path === undefined) return payloadNamed(root, source, asked);
  return payloadFromFile(root, path, await readText(path, asked), event);
}

/** The file that `--payload` means (absolute); `undefined` where it means a payload by its name. */
export function fileAsked({ cwd }: Terminal, asked: string): string | undefined {
  return !/[./\\]/.test(asked) || asked === configName ? undefined : resolve(cwd, asked);
}
