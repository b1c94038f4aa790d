import { join } from 'node:path';
import { shownPath } from '../project/json-file.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { isObject } from './document/path.ts';
import type { Payload } from './payload.ts';

/** What the input of a function's own `config.json` is called among its payloads. */
export const configName = 'config.json';

/** The input of a function's own `config.json` as it is: it is the developer's, and no shape is asked of it. */
export function configPayload(root: string, { config, folder }: FunctionSource): Payload {
  return {
    name: configName,
    event: config.event,
    file: shownPath(root, join(folder, configName)),
    input: config.input,
    mocks: [],
    source: '',
    inferred: null,
  };
}

/** Whether there is nothing in it, as in a function fresh from `lpf init`. */
export function isEmptyPayload({ input: { payload } }: Payload): boolean {
  return (
    payload === undefined || payload === null || (isObject(payload) && Object.keys(payload).length === 0)
  );
}
