import type { InvocationRecord } from '../../emulator/index.ts';
import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { make, type Made } from '../runtime/made.ts';

/** What a toolbelt test runs on. */
interface Surroundings {
  generation?: 'v1' | 'v2';
  engine?: 'node' | 'vm2';
  secrets?: { key: string; value: unknown }[];
  /** More files, by path below `functions/`. */
  files?: Record<string, string>;
}

/**
 * Each test's code may tell what became of something: its value, or of an error what a function can see of it. `told`
 * takes a function, so that what throws at once is told too.
 */
const prelude = `
const seen = (error) => ({
  error: error.constructor.name,
  ...(error.code !== undefined && { code: error.code }),
  ...(error.component !== undefined && { component: error.component }),
  message: error.message,
});
const told = async (work) => {
  try {
    return await work();
  } catch (error) {
    return seen(error);
  }
};`;

const packages = { v1: 'lp-faas-toolbelt', v2: 'core-functions-toolbelt' };

/** A bundled function whose answer is what `body` returns; `toolbelt` is the module, `payload` the payload. */
export function functionOf(body: string, surroundings: Surroundings = {}): Promise<Made> {
  const { generation = 'v2', engine = 'node', secrets = [], files = {} } = surroundings;
  const inner = `async ({ payload }) => {\n${body}\n}`;
  const lambda =
    generation === 'v1'
      ? 'function lambda(input, callback) {\n  run(input).then((value) => callback(null, value), callback);\n}'
      : 'async function lambda(input) {\n  return run(input);\n}';
  return make(
    {
      'made/index.js': `${binding(generation)}\n${prelude}\nconst run = ${inner};\n${lambda}\n`,
      ...files,
      'settings.json': JSON.stringify({ secrets, whitelist: ['*'] }),
    },
    { generation, engine, instances: 1 },
  );
}

function binding(generation: 'v1' | 'v2'): string {
  if (generation === 'v1')
    return `const toolbelt = require('${packages.v1}');\nconst { Toolbelt } = toolbelt;`;
  return `import * as toolbelt from '${packages.v2}';\nconst { Toolbelt } = toolbelt;`;
}

/** What the call is fed. */
interface Fed {
  mocks?: Mock[];
  payload?: unknown;
  account?: AccountPresets;
}

/** Calls such a function once. */
export async function inFunction(
  body: string,
  { mocks = [], payload, account, ...surroundings }: Surroundings & Fed = {},
): Promise<InvocationRecord> {
  const made = await functionOf(body, surroundings);
  return made.call({ mocks, payload, ...(account && { account }) });
}

/** The requests of a call as `POST host/path 200 service`, without their queries. */
export function callsOf({ calls }: InvocationRecord): string[] {
  return calls.map(({ method, url, status, source }) => {
    const { host, pathname } = new URL(url);
    return `${method} ${host}${pathname} ${status} ${source}`;
  });
}

/** Mocks of the requests that every call of a LivePerson service begins with. */
export const access: Mock[] = [
  {
    url: 'https://api.liveperson.net/*',
    body: {
      baseURIs: ['msgHist', 'smt', 'swift', 'sentinel', 'faasGW', 'mavenContext', 'mtlsGateway'].map(
        (service) => ({
          service,
          baseURI: `${service.toLowerCase()}.example`,
          account: '00000000',
        }),
      ),
    },
  },
  {
    method: 'POST',
    url: 'https://sentinel.example/*',
    body: { access_token: 'one', token_type: 'Bearer', expires_in: '3600' },
  },
];
