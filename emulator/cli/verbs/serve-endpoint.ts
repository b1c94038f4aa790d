import { bundleOne } from '../../bundle/bundle-one.ts';
import { assertBotFunction } from '../../endpoint/bot-function.ts';
import { botIdOf } from '../../endpoint/bot-id.ts';
import { nativeFunction } from '../../endpoint/native-function.ts';
import { jsonLog } from '../../endpoint/service/log.ts';
import { readSettings, type SettingFault, type Settings } from '../../endpoint/service/settings.ts';
import type { Service } from '../../endpoint/service/start.ts';
import { surviveFunctions } from '../../endpoint/service/survive-functions.ts';
import { secretVariable } from '../../endpoint/service/toolbelt.ts';
import { EmulatorError } from '../../errors.ts';
import { accountId } from '../../platform/environment.ts';
import { loadOne, type OneFunction } from '../../project/load-one.ts';
import { type EndpointFlags, variablesOf } from '../endpoint/flags.ts';
import { functionEnvironment } from '../endpoint/function-environment.ts';
import { announcement } from '../endpoint/texts.ts';
import { interrupted } from '../interrupted.ts';
import { exits } from '../main.ts';
import { portFaultText } from '../port.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `lpf-endpoint <function>`: serves it until it is interrupted. Standard output has the log of the service, standard error
 * what to enter in the connector. Throws what is wrong with the project, the function or the settings.
 */
export async function serveEndpoint(terminal: Terminal, name: string, flags: EndpointFlags): Promise<number> {
  const stopped = interrupted();
  const one = loadOne(terminal.cwd, name);
  assertBotFunction(one.source);
  const given = { ...process.env, ...variablesOf(flags) };
  const variables = { ...defaults(name), ...filled(given) };
  const sentinel = await sentinelFor(variables);
  const settings = settingsOf({ ...variables, ...(sentinel && { SENTINEL_URL: sentinel.server.url }) });
  const service = await serve(one, settings, terminal);
  terminal.err(announcement(name, service.url, settings, sentinel));
  await stopped;
  await service.stop();
  await sentinel?.server.close();
  return exits.good;
}

function defaults(name: string): Record<string, string> {
  return { ACCOUNT_ID: accountId, BOT_ID: botIdOf(name) };
}

function filled(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

/** One of the command's own, where nothing says who signs the tokens. */
async function sentinelFor({ SENTINEL_URL, SENTINEL_PUBLIC_KEY, ACCOUNT_ID = '' }: Record<string, string>) {
  if (SENTINEL_URL || SENTINEL_PUBLIC_KEY) return undefined;
  return (await import('../endpoint/local-sentinel.ts')).localSentinel(ACCOUNT_ID);
}

function settingsOf(variables: Record<string, string>): Settings {
  const read = readSettings(variables);
  if ('settings' in read) return read.settings;
  throw badSettings(read.faults);
}

function badSettings(faults: readonly SettingFault[]): EmulatorError {
  return new EmulatorError({
    code: 'bad-endpoint',
    message: faults.map(({ name, message }) => `${name} ${message}`).join('\n  '),
    hint: 'set it in the environment or by its flag, see lpf-endpoint --help',
  });
}

async function serve(
  { root, source, settings: project }: OneFunction,
  settings: Settings,
  terminal: Terminal,
): Promise<Service> {
  const bundle = await bundleOne(root, source);
  const { startService } = await import('../../endpoint/service/start.ts');
  const own = functionEnvironment(source.config, project, secretVariable);
  for (const [key, value] of Object.entries(own)) process.env[key] ??= value;
  surviveFunctions(jsonLog((line) => terminal.out(line), settings.LOG_LEVEL));
  const run = await nativeFunction(root, bundle);
  return startService(settings, run, { write: (line) => terminal.out(line) }).catch((error: unknown) => {
    throw portTaken(settings, error as NodeJS.ErrnoException);
  });
}

function portTaken({ HOST, PORT }: Settings, error: NodeJS.ErrnoException): unknown {
  if (error.code === undefined) return error;
  return new EmulatorError({
    code: 'bad-usage',
    message: portFaultText(PORT, error.code, HOST),
    hint: 'choose another port, such as --port 4021',
  });
}
