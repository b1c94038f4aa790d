import { Toolbelt, type ContextServiceClient } from 'core-functions-toolbelt';
import { failureCode } from './failure-code';
import { setting } from '../setting';
import { inTime } from './in-time';

/** How v1 wants to be asked for the client: with the account's id, which only v1 has under this name. */
interface OnV1 {
  ContextServiceClient(config: { accountId: string; apiKey: string }): ContextServiceClient;
}

/**
 * Writes properties to a session of the Context Service; others in it stay as they are. No place for personal data. Never
 * rejects: what goes wrong is one entry in the log, and `failed`. The key is made in Conversation Orchestrator and kept in
 * the secret that CONTEXT_SECRET names. On v1 the allowlist needs `*.context.liveperson.net`.
 */
export async function writeContext(
  { namespace, session }: { namespace: string; session: string },
  properties: Record<string, unknown>,
): Promise<'written' | 'failed'> {
  const write = async () => (await client()).setPropertiesInNamespace(namespace, properties, session);
  try {
    await inTime(write());
    return 'written';
  } catch (error) {
    console.warn('Context Service not written', { namespace, session, code: failureCode(error) });
    return 'failed';
  }
}

async function client(): Promise<ContextServiceClient> {
  const { value } = await Toolbelt.SecretClient().readSecret(
    setting('CONTEXT_SECRET', 'context-service-key'),
  );
  if (typeof value !== 'string') throw Object.assign(new Error('the key is no text'), { code: 'key-format' });
  const accountId = setting('X_LIVEPERSON_BRAND_ID', '') === '' ? setting('BRAND_ID', '') : '';
  if (accountId === '') return Toolbelt.ContextServiceClient(value);
  return (Toolbelt as unknown as OnV1).ContextServiceClient({ accountId, apiKey: value });
}
