import { relative } from 'node:path';
import { roleFault } from '../../connector/settings/role.ts';
import type { CreatedEndpoint } from '../../endpoint/create-endpoint.ts';
import { EmulatorError } from '../../errors.ts';
import { events } from '../../platform/events.ts';
import { createFunction, type Created } from '../../project/create.ts';
import { assertTemplate } from '../../project/templates.ts';
import { counted } from '../../platform/counted.ts';
import { missingSettings } from '../missing-settings.ts';
import type { Terminal } from '../terminal.ts';

/** Flags of `lpf-emulator new`. */
interface NewOptions {
  function?: string;
}

/**
 * `lpf-emulator new <template> <name>`: copies a template and says what to type next. Returns the exit code. Throws
 * `unknown-template`, and `bad-usage` for `--function`, which is for an endpoint.
 */
export async function newFunction(
  terminal: Terminal,
  template: string,
  name: string,
  options: NewOptions = {},
): Promise<number> {
  assertTemplate(template);
  if (options.function !== undefined) {
    throw new EmulatorError({
      code: 'bad-usage',
      message: '--function names what an endpoint is around, and a template is around nothing',
      hint: 'write it like: lpf-emulator new endpoint orderBot --function customIntegration',
    });
  }
  const created = createFunction(terminal.cwd, template, name);
  const missing = missingSettings(created.root, created.wants);
  terminal.out(
    renderCreated(created, {
      name,
      missing,
      talks: isBot(template),
      elsewhere: relative(terminal.cwd, created.root),
    }),
  );
  return 0;
}

/** Whether a function of this template can be talked with. */
function isBot(template: string): boolean {
  const event = events.find(({ template: own }) => own === template)?.id;
  return event !== undefined && !roleFault(template, event, 'bot');
}

function renderCreated(
  { startedProject, written, shared, kept }: Created,
  { name, missing, talks, elsewhere }: { name: string; missing: string[]; talks: boolean; elsewhere: string },
): string {
  return [
    ...(startedProject ? ['There was no project here or above, so this starts one.'] : []),
    ...(elsewhere ? [`The project is in ${elsewhere}.`] : []),
    ...written.map((file) => `created  ${file}`),
    ...(shared.length
      ? [`created  functions/lib: ${counted(shared.length, 'file')} that templates share`]
      : []),
    ...kept.map((file) => `kept     ${file}: yours differs from the one that comes with the template`),
    ...(missing.length > 0
      ? ['', 'The template reads what functions/settings.json lacks; put your own in, or what stands for it:']
      : []),
    ...missing.map((line) => `  ${line}`),
    '',
    'Next:',
    ...(talks ? [`  lpf-emulator chat ${name}   talk with it; /save there makes a test of that`] : []),
    `  lpf-emulator run ${name}    feed it every payload for its event and judge the answers`,
    `  lpf-bundle ${name}          write the one file to paste or push, for each generation`,
    '',
  ].join('\n');
}

/** `lpf-emulator new endpoint <name>`: writes a service and says what to type next. Returns the exit code. */
export async function newEndpoint(
  terminal: Terminal,
  _template: string,
  name: string,
  options: NewOptions = {},
): Promise<number> {
  const { createEndpoint } = await import('../../endpoint/create-endpoint.ts');
  const created = await createEndpoint(terminal.cwd, name, options.function);
  terminal.out(renderEndpoint(created, relative(terminal.cwd, created.root)));
  return 0;
}

function renderEndpoint({ folder, written }: CreatedEndpoint, elsewhere: string): string {
  const copied = (part: string) => written.filter((file) => file.startsWith(`${folder}/src/${part}/`));
  const parts = ['service', 'contract'];
  const named = written.filter((file) => !parts.some((part) => copied(part).includes(file)));
  return [
    ...(elsewhere ? [`The project is in ${elsewhere}.`] : []),
    ...named.map((file) => `created  ${file}`),
    ...parts.map(
      (part) => `created  ${folder}/src/${part}: ${counted(copied(part).length, 'file')}, yours to change`,
    ),
    '',
    'Next:',
    `  cd ${elsewhere ? `${elsewhere}/` : ''}${folder} && npm install && npm run build`,
    '  README.md there says how to run it, how to deploy it, and what LivePerson needs',
    '',
  ].join('\n');
}
