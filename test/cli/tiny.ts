import { temporaryFolder } from '../temporary.ts';

const bot = `export async function lambda(input: { payload: { message?: string } }) {
  const { message = '' } = input.payload;
  console.info('asked', { length: message.length });
  if (message === 'fail') throw new Error('no luck');
  if (message === 'think') for (const end = process.cpuUsage().user + 60_000; process.cpuUsage().user < end; );
  return { messages: [\`You said \${message}.\`], context: {} };
}
`;

/** A project with one bot of a few lines and two payloads of its own, and with `more` files. */
export function tinyProject(more: Record<string, unknown> = {}): string {
  return temporaryFolder({
    'functions/echo/index.ts': bot,
    'functions/echo/config.json': {
      name: 'echo',
      event: 'bot_connectors_custom_integration',
      description: 'Says what it hears',
      input: { headers: [], payload: { convId: 'c', message: 'from config', context: {} } },
      environmentVariables: {},
    },
    'payloads/bot_connectors_custom_integration/hello.yaml':
      'payload: { convId: c, message: hello, context: {} }\n',
    ...more,
  });
}

/** The payload that makes the bot fail. */
export const failing = {
  'payloads/bot_connectors_custom_integration/sad.yaml':
    'payload: { convId: c, message: fail, context: {} }\n',
};

/**
 * What varies from run to run, under its name: times (with the blanks that line them up, in the heading of their columns
 * too), hashes and ids.
 */
export function steady(text: string): string {
  return text
    .replaceAll(/ *\b\d+(\.\d+)? m?s\b/g, ' <time>')
    .replaceAll(/ +(time|CPU)(?= +(?:CPU|projected) )/g, '  $1')
    .replaceAll(
      /(?<="(at|wall|active|waiting|projected|coldStart|elapsed|start|duration)": )[\d.]+/g,
      '<time>',
    )
    .replaceAll(/(?<="(heapPeak|externalPeak|characters)": )\d+/g, '<size>')
    .replaceAll(/(?<=\btime=")[\d.]+/g, '<seconds>')
    .replaceAll(/"[\da-f]{12}"/g, '"<hash>"')
    .replaceAll(/"[\da-f]{8}-[\da-f-]{27}"/g, '"<id>"');
}
