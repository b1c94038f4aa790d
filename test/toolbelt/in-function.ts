import type { InvocationRecord } from '../../emulator/index.ts';
import type { Mock } from '../../emulator/payload/mock.ts';
import { make, type Made } from '../runtime/made.ts';

/** What a toolbelt test runs on. */
interface Surroundings {
  generation?: 'v1' | 'v2';
  engine?: 'node' | 'vm2';
  secrets?: { key: string; value: unknown }[];
  environment?: Record<string, string>;
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
  const { generation = 'v2', engine = 'node', secrets = [], environment = {} } = surroundings;
  const inner = `async ({ payload }) => {\n${body}\n}`;
  const lambda =
    generation === 'v1'
      ? 'function lambda(input, callback) {\n  run(input).then((value) => callback(null, value), callback);\n}'
      : 'async function lambda(input) {\n  return run(input);\n}';
  const config = {
    name: 'made',
    description: 'made',
    environmentVariables: environmentOf(generation, environment),
  };
  return make(
    {
      'made/index.js': `${binding(generation)}\n${prelude}\nconst run = ${inner};\n${lambda}\n`,
      'made/config.json': JSON.stringify(config),
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

function environmentOf(generation: 'v1' | 'v2', variables: Record<string, string>): unknown {
  const entries = Object.entries(variables);
  return generation === 'v1' ? entries.map(([key, value]) => ({ key, value })) : variables;
}

/** Calls such a function once. */
export async function inFunction(
  body: string,
  { mocks = [], payload, ...surroundings }: Surroundings & { mocks?: Mock[]; payload?: unknown } = {},
): Promise<InvocationRecord> {
  const made = await functionOf(body, surroundings);
  return made.call({ mocks, payload });
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
