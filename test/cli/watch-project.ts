import { tinyProject } from './tiny.ts';

/** Files of the project that is watched. */
export const index = 'functions/echo/index.ts';
export const payload = 'payloads/bot_connectors_custom_integration/hello.yaml';

/** A bot whose answer begins with `words`, which another file has. */
export const bot = `import { words } from '../lib/words';
export async function lambda(input: { payload: { message?: string } }) {
  console.info('asked', { length: input.payload.message?.length });
  return { messages: [\`\${words} \${input.payload.message}\`] };
}
`;
export const wordsFile = 'functions/lib/words.ts';
/** The file of the words. */
export const words = (text: string): string => `/** The file of the words. */
export const words = '${text}';\n`;

/** A project with that bot, one payload of its own and `more` files. */
export const project = (more: Record<string, unknown> = {}): string =>
  tinyProject({ [index]: bot, [wordsFile]: words('You said'), ...more });

/** What a watch says once it waits for the first save. */
export const begun = 'watching for saves; Ctrl-C ends it\n';
