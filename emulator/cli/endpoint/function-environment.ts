import type { FunctionConfig } from '../../project/config.ts';
import type { Settings } from '../../project/settings.ts';

/**
 * What a function finds in the environment outside of LivePerson: its own variables, and the secrets of the project under
 * the names that `secretVariable` gives them.
 */
export function functionEnvironment(
  { environmentVariables }: FunctionConfig,
  { secrets }: Settings,
  secretVariable: (key: string) => string,
): Record<string, string> {
  return Object.fromEntries([
    ...environmentVariables.map(({ key, value }) => [key, value]),
    ...secrets.map(({ key, value }) => [
      secretVariable(key),
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ]);
}
