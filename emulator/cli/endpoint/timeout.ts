import { endpointDefaults } from '../../endpoint/client/options.ts';
import { EmulatorError } from '../../errors.ts';
import { milliseconds } from '../../platform/duration.ts';

/** Milliseconds of `--endpoint-timeout`; nothing where it is not given. Throws `bad-usage`. */
export function timeoutOf(text: string | undefined): { timeout?: number } {
  if (text === undefined) return {};
  const timeout = milliseconds(text) ?? 0;
  if (timeout > 0 && timeout <= endpointDefaults.timeout) return { timeout };
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--endpoint-timeout takes a time up to 60s, which LivePerson waits, not "${text}"`,
    hint: 'write it like --endpoint-timeout 2s',
  });
}
