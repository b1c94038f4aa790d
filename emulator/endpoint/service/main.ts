import { jsonLog } from './log.ts';
import type { RunFunction } from './run-function.ts';
import { readSettings, type SettingFault } from './settings.ts';
import { type Service, startService } from './start.ts';
import { surviveFunctions } from './survive-functions.ts';

/**
 * Runs the service around `run` with the settings of the process's environment until SIGTERM or SIGINT. Settings that
 * cannot be used are told all at once, and end the process with 2; a port that cannot be had ends it with 1.
 */
export async function serve(run: RunFunction): Promise<void> {
  const read = readSettings(process.env);
  if ('faults' in read) {
    process.stderr.write(`${read.faults.map(renderFault).join('')}${whereSettingsAre}`);
    process.exit(2);
  }
  const { settings } = read;
  const log = jsonLog((line) => process.stdout.write(line), settings.LOG_LEVEL);
  surviveFunctions(log);
  try {
    stopOnSignal(await startService(settings, run));
  } catch (error) {
    process.stderr.write(`${settings.HOST}:${settings.PORT} cannot be used: ${String(error)}\n`);
    process.exit(1);
  }
}

const whereSettingsAre = 'Each is an environment variable; node --env-file=.env reads them from that file.\n';

function renderFault({ name, message }: SettingFault): string {
  return `${name} ${message}\n`;
}

/** Stops gracefully with the first signal, and at once with the second. */
function stopOnSignal(service: Service): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      service.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
