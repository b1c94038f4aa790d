import { temporaryFolder } from '../temporary.ts';
import { atHome, command, type Ended } from './command.ts';

/** A turn that goes as it is written, and one that does not. */
export const good = '{ says: hi, expect: { says: You said hi. } }';
export const bad = '{ says: hi, expect: { says: You said ho., quickReplies: [A, B] } }';

/** What a consumer says for the bot to answer `value`, as a turn has it. */
export function answering(value: unknown): string {
  return `says: 'json ${JSON.stringify(value)}'`;
}

/** Runs `lpf-emulator test`. */
export function played(folder: string, args: readonly string[] = [], env = atHome): Ended {
  return command('lpf-emulator', folder, ['test', ...args], { env });
}

const bot = `let turns = 0;
async function lambda(input) {
  const { lpEvent: { lastConsumerMessage } = {} } = input.payload.context;
  const { message = lastConsumerMessage, convId } = input.payload;
  turns += 1;
  if (message === 'fail') throw new Error('no luck');
  if (message === 'count') return { messages: [\`turn \${turns}\`] };
  if (message === 'id') return { messages: [\`talk \${convId}\`, 'ticket ' + crypto.randomUUID()] };
  if (message === 'much') return { messages: Array.from({ length: 1500 }, (_, at) => 'line ' + at) };
  if (message === 'round') return { context: { action: 'TRANSFER', actionParameters: { skill: 'bot' } } };
  if (message === 'invoke') return invoke(input);
  if (message === 'fetch') return { messages: [String((await fetch('https://shop.example.com/own')).status)] };
  if (message?.startsWith('json ')) return JSON.parse(message.slice(5));
  return { messages: [\`You said \${message}.\`] };
}
const invoke = () => ({
  messages: ['Done.'],
  context: { action: 'INVOCATION', actionParameters: { lambdaUuid: '00000000-0000-4000-8000-00000000000a', payload: {}, failOnError: true } },
});
`;

/** Two functions that call each other for ever. */
const caller = (uuid: string): string => `import { Toolbelt } from "core-functions-toolbelt";
async function lambda() {
  return Toolbelt.OrchestratorClient().invoke([{ uuid: '${uuid}', payload: {} }]);
}
`;

const config = (name: string) => ({
  name,
  event: 'bot_connectors_custom_integration',
  description: name,
  environmentVariables: {},
});

/** A conversation file of the function \`echo\`: turns in flow style by the conversation's name. */
export function talks(turns: Record<string, readonly string[]>, head = ''): string {
  const conversations = Object.entries(turns).map(
    ([name, lines]) => `  - name: ${name}\n    turns:\n${lines.map((line) => `      - ${line}\n`).join('')}`,
  );
  return `function: echo\n${head}conversations:\n${conversations.join('')}`;
}

/** A project with a bot that repeats what it hears, and conversation files by their names. */
export function talkingProject(files: Record<string, string>): string {
  const conversations = Object.entries(files).map(([name, text]) => [`conversations/${name}.yaml`, text]);
  return temporaryFolder({
    'functions/echo/index.js': bot,
    'functions/echo/config.json': config('echo'),
    'functions/ping/index.js': caller('00000000-0000-4000-8000-00000000000b'),
    'functions/ping/config.json': config('ping'),
    'functions/pong/index.js': caller('00000000-0000-4000-8000-00000000000a'),
    'functions/pong/config.json': config('pong'),
    'account.yaml': `functions:
  ping: 00000000-0000-4000-8000-00000000000a
  pong: 00000000-0000-4000-8000-00000000000b
`,
    ...Object.fromEntries(conversations),
  });
}
