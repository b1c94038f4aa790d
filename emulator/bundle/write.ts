import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Generation } from '../platform/generations.ts';
import { cannotWrite } from '../project/cannot-write.ts';
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

/** A file as a write left it. */
export interface Written {
  /** Path relative to the project's root where it is below it. */
  file: string;
  characters: number;
  /** Characters of what it held before; `null` where there was none. */
  before: number | null;
  /** Whether it holds something else than before. */
  rewritten: boolean;
  /** What it holds; `null` for a config or the settings. */
  bundle: Bundle | null;
}

/**
 * Writes each bundle to `<out>/<generation>/functions/<name>/index.js` with its `config.json`, and a `settings.json`
 * without secrets where there is none: each `<out>/<generation>` is a project for lpf. `out` is absolute. Throws
 * `cannot-write`; no file is ever half-written.
 */
export function writeBundles(root: string, out: string, results: readonly Writable[]): Written[] {
  const write = (path: string, text: string, bundle: Bundle | null = null): Written => {
    const before = replaceFile(path, text);
    const file = shownPath(root, path);
    return {
      file,
      characters: text.length,
      before: before?.length ?? null,
      rewritten: before !== text,
      bundle,
    };
  };
  try {
    const used = new Set(results.map(({ bundle }) => bundle.generation));
    const settings = [...used].flatMap((generation) => {
      const folder = join(out, generation, 'functions');
      sweep(folder);
      const path = join(folder, 'settings.json');
      return existsSync(path) ? [] : [write(path, settingsText(root, generation))];
    });
    const files = results.flatMap(({ bundle, source }) => {
      const folder = folderOf(out, bundle.generation, bundle.function);
      sweep(folder);
      return [
        write(join(folder, 'index.js'), bundle.code, bundle),
        write(join(folder, 'config.json'), configText(source, bundle.generation)),
      ];
    });
    return [...files, ...settings];
  } catch (error) {
    throw cannotWrite(shownPath(root, placeOf(error) ?? out), error);
  }
}

/**
 * Removes what an earlier run wrote for a generation that the function is not written for (any more); tells whether
 * there was anything.
 */
export function removeStale(out: string, name: string, generation: Generation): boolean {
  const folder = folderOf(out, generation, name);
  if (!existsSync(folder)) return false;
  sweep(folder);
  for (const file of ['index.js', 'config.json']) rmSync(join(folder, file), { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Something of the user's is in it.
  }
  return true;
}

/** The file that holds the bundle, as findings show it. */
export function bundleFile(root: string, out: string, generation: Generation, name: string): string {
  return shownPath(root, join(folderOf(out, generation, name), 'index.js'));
}

function folderOf(out: string, generation: Generation, name: string): string {
  return join(out, generation, 'functions', name);
}

/** Secrets are never copied: whoever runs the written project puts in their own. */
function settingsText(root: string, generation: Generation): string {
  const settings =
    generation === 'v1' ? { secrets: [], whitelist: loadSettings(root).whitelist } : { secrets: [] };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** What the system could not write, or could not move something to. */
function placeOf(error: unknown): string | undefined {
  const { dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  return dest ?? path;
}
