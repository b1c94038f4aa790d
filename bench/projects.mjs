import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = [];

/** A bot that greets, in TypeScript with one shared file: what the figures are taken with. */
const source = `import { text } from '../lib/text';
export async function lambda(input: { payload: { message?: string } }) {
  return { messages: [text(input.payload.message ?? 'nothing')] };
}
`;
const shared = 'export const text = (said: string): string => `You said: ${said}`;\n';

/** A project with `count` functions, in a folder of its own that is removed at the end. */
export function projectOf(count) {
  const root = mkdtempSync(join(tmpdir(), 'lpf-bench-'));
  made.push(root);
  write(root, 'functions/lib/text.ts', shared);
  for (let index = 0; index < count; index += 1) addFunction(root, `bench${index}`, source, 'index.ts');
  return root;
}

/** Adds one function, with an input of its own. */
export function addFunction(root, name, code, file = 'index.js') {
  const input = { headers: [], payload: { convId: 'c1', message: 'hello' } };
  const config = {
    name,
    event: 'bot_connectors_custom_integration',
    description: 'bench',
    input,
    environmentVariables: {},
  };
  write(root, `functions/${name}/${file}`, code);
  write(root, `functions/${name}/config.json`, JSON.stringify(config));
}

export function write(root, file, text) {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

export function removeProjects() {
  for (const root of made) rmSync(root, { recursive: true, force: true });
}
