import type { Engine } from '../protocol.ts';
import type { EngineOptions, RealmEngine } from './engine.ts';
import { nodeEngine } from './node.ts';

/** The engine of that name; vm2 is loaded only when it is asked for. */
export async function createEngine(engine: Engine, options: EngineOptions): Promise<RealmEngine> {
  if (engine === 'node') return nodeEngine(options);
  const { vm2Engine } = await import('./vm2.ts');
  return vm2Engine(options);
}
