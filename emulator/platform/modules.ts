import type { Generation } from './generations.ts';

/** The toolbelt's package name per generation. Source: developers.liveperson.com, Functions toolbelt pages. */
export const toolbelt: Record<Generation, string> = {
  v1: 'lp-faas-toolbelt',
  v2: 'core-functions-toolbelt',
};

/**
 * Libraries that the platform provides beside the toolbelt.
 * v1: developers.liveperson.com/liveperson-functions-getting-started-configuration.html, and jsonwebtoken from the CLI's
 * own mapping. v2: the mapping of github.com/LivePersonInc/faas-cli, the toolbelt's dependencies, and `oauth-1.0a` from
 * developers.liveperson.com/liveperson-functions-v2-examples.html. Each is offered by its bare name, as that mapping has
 * it; a path inside one (`lodash/get`) is not, and gets inlined like any other package.
 */
export const libraries: Record<Generation, readonly string[]> = {
  v1: ['jsforce', 'oauth-1.0a', 'luxon', 'lodash', 'jsonwebtoken'],
  v2: ['luxon', 'jsonwebtoken', 'es-toolkit', 'oauth-1.0a', '@jsforce/jsforce-node', 'undici'],
};

/** Libraries that open connections: they need modules of Node that the strict engine does not hand out. */
export const connecting: readonly string[] = ['jsforce', '@jsforce/jsforce-node', 'undici'];

/**
 * Node's own modules that a function may load. No list is public: the platform documents HTTP and HTTPS as the only
 * way out and shows `crypto` in an example. What touches files, processes, raw sockets or the engine is left out; the
 * choice is ours (docs/simulation-quality.md).
 */
export const builtins: readonly string[] = [
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'constants',
  'crypto',
  'diagnostics_channel',
  'events',
  'http',
  'https',
  'os',
  'path',
  'path/posix',
  'perf_hooks',
  'punycode',
  'querystring',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'sys',
  'timers',
  'timers/promises',
  'tty',
  'url',
  'util',
  'util/types',
  'zlib',
];

/** Whether `name` (with or without `node:`) is a module of Node that a function may load. */
export function isOfferedBuiltin(name: string): boolean {
  return builtins.includes(name.replace(/^node:/, ''));
}

/** Whether `name` is a library that the platform provides beside the toolbelt. */
export function isLibrary(name: string, generation: Generation): boolean {
  return libraries[generation].includes(name);
}

/** The library of `generation` that `name` is a path inside of, such as `lodash` for `lodash/get`. */
export function libraryAround(name: string, generation: Generation): string | undefined {
  return libraries[generation].find((library) => name.startsWith(`${library}/`));
}

/** Whether the platform provides `name`, a bare specifier, to functions of `generation`. */
export function isProvided(name: string, generation: Generation): boolean {
  return isOfferedBuiltin(name) || name === toolbelt[generation] || isLibrary(name, generation);
}

/** Libraries of v1 that v2 lacks, and what takes their place. */
export const successors: Readonly<Record<string, string>> = {
  // lodash builds a function from a text, which the platform refuses, so it cannot be inlined either.
  lodash: 'take the same from "es-toolkit" or "es-toolkit/compat", installed so that both can be inlined',
  jsforce:
    'use { Connection } of "@jsforce/jsforce-node", which v2 offers; it is too large to be inlined for v1',
};
