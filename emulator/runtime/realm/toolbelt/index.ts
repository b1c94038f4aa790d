import type { RealmHooks } from '../hooks.ts';
import { createHttpClient } from './http-client.ts';
import { createSecretClient } from './secret-client.ts';
import { notImitated } from './not-imitated.ts';

/**
 * The toolbelt module of a generation. Factories that are not imitated yet exist and fail when they are called, so
 * that a function that only imports them still runs.
 */
export function createToolbelt(hooks: RealmHooks): { Toolbelt: Record<string, unknown> } {
  const { generation } = hooks;
  const secretClient = createSecretClient(hooks);
  const own = {
    SecretClient: () => secretClient,
    ...(generation === 'v1' && { HTTPClient: () => createHttpClient() }),
  };
  return { Toolbelt: { ...notImitated(generation), ...own } };
}
