import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { shownPath } from '../project/json-file.ts';
import { loadSettings } from '../project/settings.ts';
import type { Bundle } from './bundle.ts';
import { configText } from './config-text.ts';
import { replaceFile, sweep } from './replace-file.ts';

/** A bundle to be written, with the function it was made of. */
export interface Writable {
  bundle: Bundle;
  source: FunctionSource;
}

/**
 * Writes each bundle to `<out>/<generation>/functions/<name>/index.js` with its `config.json`, and a `settings.json`
 * without secrets where there is none: each `<out>/<generation>` is a project for lpf. `out` is absolute. Returns the
 * paths of the `index.js` files, relative to the project's root where they are below it. Throws `cannot-write`; no file is ever half-written.
 */
export function writeBundles(root: string, out: string, results: readonly Writable[]): string[] {
  try {
    const used = new Set(results.map(({ bundle }) => bundle.generation));
    for (const generation of used) writeSettings(root, out, generation);
    return results.map(({ bundle, source }) => {
      const folder = folderOf(out, bundle.generation, bundle.function);
      sweep(folder);
      replaceFile(join(folder, 'index.js'), bundle.code);
      replaceFile(join(folder, 'config.json'), configText(source, bundle.generation));
      return fileOf(root, out, bundle);
    });
  } catch (error) {
    throw explained(root, out, error as NodeJS.ErrnoException);
  }
}

function fileOf(root: string, out: string, bundle: Bundle): string {
  return shownPath(root, join(folderOf(out, bundle.generation, bundle.function), 'index.js'));
}

/** Removes what an earlier run wrote for a generation that the function is not written for (any more). */
export function removeStale(out: string, name: string, generation: Generation): void {
  const folder = folderOf(out, generation, name);
  if (!existsSync(folder)) return;
  sweep(folder);
  for (const file of ['index.js', 'config.json']) rmSync(join(folder, file), { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Something of the user's is in it.
  }
}

function folderOf(out: string, generation: Generation, name: string): string {
  return join(out, generation, 'functions', name);
}

/** Secrets are never copied: whoever runs the written project puts in their own. */
function writeSettings(root: string, out: string, generation: Generation): void {
  const path = join(out, generation, 'functions', 'settings.json');
  if (existsSync(path)) return;
  const settings =
    generation === 'v1' ? { secrets: [], whitelist: loadSettings(root).whitelist } : { secrets: [] };
  replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`);
}

function explained(root: string, out: string, error: NodeJS.ErrnoException & { dest?: string }): Error {
  if (error.code === undefined || error.name === 'EmulatorError') return error;
  return new EmulatorError({
    code: 'cannot-write',
    message: `${shownPath(root, error.dest ?? error.path ?? out)} cannot be written: ${error.code}`,
    hint: 'check that no file is in the way, who owns the folder and whether the disk is full',
  });
}
