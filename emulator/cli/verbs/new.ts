import { relative } from 'node:path';
import { createFunction, type Created } from '../../project/create.ts';
import { counted } from '../../report/counted.ts';
import type { Terminal } from '../terminal.ts';

/** `lpf-emulator new <template> <name>`: copies a template and says what to type next. Returns the exit code. */
export async function newFunction(terminal: Terminal, template: string, name: string): Promise<number> {
  const created = createFunction(terminal.cwd, template, name);
  terminal.out(renderCreated(created, name, relative(terminal.cwd, created.root)));
  return 0;
}

function renderCreated(
  { startedProject, written, shared, kept }: Created,
  name: string,
  elsewhere: string,
): string {
  return [
    ...(startedProject ? ['There was no project here or above, so this starts one.'] : []),
    ...(elsewhere ? [`The project is in ${elsewhere}.`] : []),
    ...written.map((file) => `created  ${file}`),
    ...(shared.length
      ? [`created  functions/lib: ${counted(shared.length, 'file')} that templates share`]
      : []),
    ...kept.map((file) => `kept     ${file}: yours differs from the one that comes with the template`),
    '',
    'Next:',
    `  lpf-emulator run ${name}    feed it every payload for its event and judge the answers`,
    `  lpf-bundle ${name}          write the one file to paste or push, for each generation`,
    '',
  ].join('\n');
}
