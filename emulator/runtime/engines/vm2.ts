import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NodeVM as Sandbox } from 'vm2';
import type { Generation } from '../../platform/generations.ts';
import { builtins, connecting, libraries, toolbelt } from '../../platform/modules.ts';
import { libraryFile } from '../child/libraries.ts';
import { fetchInText } from '../realm/fetch.ts';
import { standIn } from './stand-in.ts';
import { type EngineOptions, type RealmEngine, withHandler } from './engine.ts';
import { openWebMethods } from './web-methods.ts';

/**
 * Globals of the platform's Node that vm2's sandbox lacks. `Proxy`, `WeakRef` and `FinalizationRegistry` stay out:
 * vm2 leaves them out on purpose. So does `structuredClone`, which cannot clone what vm2 has wrapped.
 */
const globals = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'CompressionStream',
  'DOMException',
  'DecompressionStream',
  'Event',
  'EventTarget',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'WritableStream',
  'atob',
  'btoa',
  'crypto',
  'performance',
  'queueMicrotask',
] as const;

/** Modules that vm2 does not hand out even when they are named; a function that needs one runs on `node` only. */
const refusedByVm2 = ['async_hooks', 'diagnostics_channel', 'os', 'perf_hooks', 'tty'];

/** What the sandboxed half of the emulator hands out. */
type RealmModule = typeof import('../realm/index.ts');

/** The strict engine: vm2's sandbox, where `eval` and WebAssembly are off and only what is named here can be loaded. */
export async function vm2Engine({ hooks, guard, standIns }: EngineOptions): Promise<RealmEngine> {
  const { NodeVM } = await import('vm2');
  // vm2 copies http.request when the sandbox first asks for it: the guard has to be in place before.
  guard();
  const toolbeltModule = {};
  const evaluateFile = (file: string): unknown => vm.run(moduleText(file), basename(file));
  const vm: Sandbox = new NodeVM({
    console: 'off',
    eval: false,
    wasm: false,
    wrapper: 'none',
    env: { ...process.env },
    sandbox: Object.fromEntries(globals.map((name) => [name, globalThis[name]])),
    require: {
      external: false,
      builtin: builtins.filter((name) => !refusedByVm2.includes(name)),
      mock: standIns
        ? standInsOf(hooks.generation)
        : Object.defineProperties(
            { [toolbelt[hooks.generation]]: toolbeltModule },
            librariesOf(hooks.generation, evaluateFile),
          ),
    },
  });
  const realmFile = join(__dirname, 'runtime-realm-index.js');
  const { createRealm, fetchFromText, takeBytes, writeStacks, ...wraps } = evaluateFile(
    realmFile,
  ) as RealmModule;
  writeStacks();
  openWebMethods(wraps);
  const load = vm.run('return (name) => require(name);', 'load.js') as (name: string) => unknown;
  takeBytes(load);
  const realm = createRealm(hooks, load);
  vm.setGlobal('console', realm.console);
  vm.setGlobal('fetch', fetchFromText(fetchInText()));
  // vm2 wants its mocks before there is a sandbox to make them in.
  Object.assign(toolbeltModule, realm.toolbelt);
  return { realm, evaluate: (script) => vm.run(withHandler(script), script.filename) };
}

/** Everything that a bundle may load from the platform and that is not here. */
function standInsOf(generation: Generation): Record<string, unknown> {
  const names = [toolbelt[generation], ...libraries[generation], ...refusedByVm2];
  return Object.fromEntries(names.map((name) => [name, standIn()]));
}

/** The libraries of `generation`, each evaluated inside the sandbox when the function first asks for it. */
function librariesOf(generation: Generation, evaluate: (file: string) => unknown): PropertyDescriptorMap {
  const load = (name: string): unknown =>
    connecting.includes(name) ? refuse(name) : evaluate(libraryFile(name));
  return Object.fromEntries(libraries[generation].map((name) => [name, { get: () => load(name) }]));
}

function refuse(name: string): never {
  const reason = 'it opens connections of its own, which the strict engine does not let it do';
  throw Object.assign(new Error(`Cannot find module '${name}': ${reason}`), { code: 'MODULE_NOT_FOUND' });
}

/**
 * A CommonJS file of build/ to be evaluated inside the sandbox. With an absolute file name vm2 takes every frame for one
 * of its own, so names are relative.
 */
function moduleText(file: string): string {
  return `${readFileSync(file, 'utf8')}\n;return module.exports;`;
}
