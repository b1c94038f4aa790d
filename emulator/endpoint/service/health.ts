import type { Hono } from 'hono';
import type { ConversationStore } from './conversation-store.ts';
import type { ServiceEnv } from './frame.ts';
import type { TokenKeys } from './token-keys.ts';

/** What has to be there before traffic makes sense. */
export interface Needs {
  store: ConversationStore;
  keys: TokenKeys;
  isStopping: () => boolean;
}

/** `GET /health`: the process lives. `GET /ready`: it can serve, or which of its needs is not met (503). */
export function addHealth(app: Hono<ServiceEnv>, { store, keys, isStopping }: Needs): void {
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) => {
    const [hasStore, hasKeys] = await Promise.all([met(store.reach()), met(keys.reach())]);
    const checks = { store: hasStore, keys: hasKeys, running: !isStopping() };
    const ready = hasStore && hasKeys && checks.running;
    if (!ready) Object.assign(context.get('frame').facts, { code: 'not-ready', checks });
    return context.json({ status: ready ? 'ok' : 'unavailable', checks }, ready ? 200 : 503);
  });
}

function met(need: Promise<void>): Promise<boolean> {
  return need.then(
    () => true,
    () => false,
  );
}
