import { createFunction, type Created } from '../../project/create.ts';
import type { Terminal } from '../terminal.ts';

/** `lpf-emulator new <template> <name>`: copies a template and says what to type next. Returns the exit code. */
export async function newFunction(terminal: Terminal, template: string, name: string): Promise<number> {
  terminal.out(renderCreated(createFunction(terminal.cwd, template, name), name));
  return 0;
}

function renderCreated({ startedProject, written, kept }: Created, name: string): string {
  return [
    ...(startedProject ? ['no project here or above, so functions/ is new'] : []),
    ...written.map((file) => `created ${file}`),
    ...kept.map((file) => `kept    ${file} (yours differs from the one that comes with the template)`),
    '',
    'Next:',
    `  lpf-emulator run ${name}   feeds it every payload for its event`,
    `  lpf-bundle ${name}         writes dist/v1 and dist/v2, ready to paste or push`,
    '',
  ].join('\n');
}
