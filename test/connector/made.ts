import { createConnector } from '../../emulator/connector/connect.ts';
import type { Connector, ConnectorOptions } from '../../emulator/connector/connector.ts';
import type { Conversation, ConversationStart } from '../../emulator/connector/session/conversation.ts';
import type { GivenSettings } from '../../emulator/connector/settings/settings.ts';
import { Invoker, type InvokerOptions } from '../../emulator/index.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import { loadSettings } from '../../emulator/project/settings.ts';
import { temporaryFolder } from '../temporary.ts';

const open: Invoker[] = [];

afterAll(() => Promise.all(open.splice(0).map((invoker) => invoker.close())));

/** What can be said about Third-Party Bots in a test; without `bots` the first function is the only one. */
export interface Making {
  settings?: GivenSettings;
  bots?: ConnectorOptions['bots'];
  skills?: ConnectorOptions['skills'];
}

/** A project with functions that run in real children until the tests of the file are over. */
export interface Made {
  root: string;
  invoker: Invoker;
  connect(making?: Making): Promise<Connector>;
  /** A conversation with its own Third-Party Bots. */
  talk(settings?: GivenSettings, more?: Making & { start?: ConversationStart }): Promise<Conversation>;
}

/** A project whose functions, by name, are each given by the body of a handler of `payload`, or as a whole file. */
export function project(
  functions: Record<string, string>,
  {
    generation = 'v2',
    files = {},
    ...options
  }: Partial<InvokerOptions> & { generation?: Generation; files?: Record<string, unknown> } = {},
): Made {
  const root = temporaryFolder({ ...filesOf(functions, generation), ...files });
  const invoker = new Invoker({ settings: loadSettings(root), root, ...options });
  open.push(invoker);
  const [first = ''] = Object.keys(functions);
  const connect: Made['connect'] = ({ settings = {}, bots = [{ function: first, settings }], skills } = {}) =>
    createConnector({ root, invoker, generation, bots, ...(skills && { skills }) });
  return {
    root,
    invoker,
    connect,
    talk: async (settings = {}, { start, ...making } = {}) =>
      (await connect({ settings, ...making })).open(start),
  };
}

function filesOf(functions: Record<string, string>, generation: Generation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(functions).flatMap(([name, code]): [string, unknown][] => [
      [`functions/${name}/index.js`, /\blambda\b/.test(code) ? code : handler(code, generation)],
      [`functions/${name}/config.json`, { name, description: name, event: eventOf(name) }],
    ]),
  );
}

/** A v1 function answers what its body returns. */
function handler(body: string, generation: Generation): string {
  if (generation === 'v2') return `async function lambda({ payload }) {\n${body}\n}\n`;
  const called = `const answer = (() => {\n${body}\n})();`;
  return `function lambda({ payload }, callback) {\n${called}\ncallback(null, answer);\n}\n`;
}

function eventOf(name: string): string {
  const { hook } = /^(?<hook>pre|post|error)/.exec(name)?.groups ?? {};
  return hook ? `bot_connectors_${hook}_hook` : 'bot_connectors_custom_integration';
}

/** Answers with what the consumer says, read as JSON; other texts come back. A welcome is greeted. */
export const obedient = `
  const { message } = payload;
  if (message === undefined) return { messages: ['Welcome.'] };
  return /^[[{"]|^null$/.test(message) ? JSON.parse(message) : { messages: [\`You said \${message}.\`] };
`;

/** Has the obedient bot answer so. */
export function answer(value: unknown): string {
  return JSON.stringify(value);
}
