import { compileFunction } from 'node:vm';
import { createRequire } from '../child/modules.ts';
import type { Inspect } from '../protocol.ts';
import { createRealm } from '../realm/index.ts';
import { type EngineOptions, type RealmEngine, type Script, withHandler } from './engine.ts';

/** The instance's own realm: full compatibility, native speed. */
export function nodeEngine({ hooks, guard }: EngineOptions): RealmEngine {
  const realm = createRealm(hooks, (name) => require(name));
  const require = createRequire(hooks.generation, realm.toolbelt, guard);
  Object.defineProperty(globalThis, 'console', { value: realm.console, configurable: true, writable: true });
  return {
    realm,
    evaluate(script) {
      const module = { exports: {} };
      const run = script.inspect ? inspected(script, script.inspect) : compiled(script);
      return run.call(module.exports, module.exports, require, module, script.filename, '.');
    },
  };
}

function compiled(script: Script): Function {
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  return compileFunction(withHandler(script), names, { filename: script.filename });
}

function inspected(script: Script, inspect: Inspect): Function {
  const { compileInspected } = require('./inspected.ts') as typeof import('./inspected.ts');
  return compileInspected(script, inspect);
}
