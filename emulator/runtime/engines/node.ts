import { compileFunction } from 'node:vm';
import { createRequire } from '../child/modules.ts';
import { createRealm } from '../realm/index.ts';
import { type EngineOptions, type RealmEngine, withHandler } from './engine.ts';

/** The instance's own realm: full compatibility, native speed. */
export function nodeEngine({ hooks, guard }: EngineOptions): RealmEngine {
  const realm = createRealm(hooks, (name) => require(name));
  const require = createRequire(hooks.generation, realm.toolbelt, guard);
  Object.defineProperty(globalThis, 'console', { value: realm.console, configurable: true, writable: true });
  return {
    realm,
    evaluate(script) {
      const module = { exports: {} };
      const names = ['exports', 'require', 'module', '__filename', '__dirname'];
      const run = compileFunction(withHandler(script), names, { filename: script.filename });
      return run.call(module.exports, module.exports, require, module, script.filename, '.');
    },
  };
}
