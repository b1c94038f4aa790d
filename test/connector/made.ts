import { createConnector } from '../../emulator/connector/connect.ts';
import type {
  Connector,
  ConnectorOptions,
  ConversationStart,
  FunctionAsBot,
} from '../../emulator/connector/connector.ts';
import type { Conversation } from '../../emulator/connector/conversation.ts';
import type { GivenSettings } from '../../emulator/connector/settings.ts';
import { Invoker } from '../../emulator/index.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import { loadSettings } from '../../emulator/project/settings.ts';
import { temporaryFolder } from '../temporary.ts';

const open: Invoker[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((invoker) => invoker.close()));
});

/** What a test's Third-Party Bots are made of; functions by name, each the body of a v2 function of `payload`. */
export interface Making extends Partial<Pick<ConnectorOptions, 'skills' | 'generation'>> {
  functions: Record<string, string>;
  settings?: GivenSettings;
  bots?: readonly FunctionAsBot[];
  limits?: ConstructorParameters<typeof Invoker>[0]['limits'];
  files?: Record<string, unknown>;
}

/** Third-Party Bots over real functions in real children; the first function is the bot unless `bots` says otherwise. */
export async function connect({
  functions,
  settings = {},
  skills,
  limits,
  files = {},
  generation = 'v2',
  bots = [{ function: Object.keys(functions)[0] ?? '', settings }],
}: Making): Promise<Connector & { invoker: Invoker; root: string }> {
  const root = temporaryFolder({ ...filesOf(functions, generation), ...files });
  const projectSettings = loadSettings(root);
  const invoker = new Invoker({ settings: projectSettings, root, ...(limits && { limits }) });
  open.push(invoker);
  const connector = await createConnector({ root, invoker, generation, bots, ...(skills && { skills }) });
  return Object.assign(connector, { invoker, root });
}

/** The files of functions, each from the body of its handler. */
export function filesOf(
  functions: Record<string, string>,
  generation: Generation = 'v2',
): Record<string, unknown> {
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
  return `function lambda({ payload }, callback) {\nconst answer = (() => {\n${body}\n})();\ncallback(null, answer);\n}\n`;
}

function eventOf(name: string): string {
  const hook = /^(pre|post|error)Hook/.exec(name)?.[1];
  return hook ? `bot_connectors_${hook}_hook` : 'bot_connectors_custom_integration';
}

/** A conversation with the bot of one function. */
export async function talk(
  code: string,
  settings: GivenSettings = {},
  { start, ...making }: Partial<Making> & { start?: ConversationStart } = {},
): Promise<Conversation> {
  const connector = await connect({ functions: { bot: code, ...making.functions }, settings, ...making });
  return connector.open(start);
}
