import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundle } from '../bundle/bundle.ts';
import { shownInput } from '../bundle/shown-path.ts';
import { sourceMapOf } from '../bundle/source-map.ts';
import type { Limits } from '../platform/limits.ts';
import type { Inspect } from '../runtime/protocol.ts';

/** How a call is run under a debugger. */
export interface Inspection {
  /** The project's root, absolute. */
  root: string;
  /** Port of 127.0.0.1; 0 for any that is free. */
  port: number;
  /** Whether it stops before the first line of the function's own code. */
  stop: boolean;
}

/** Nobody steps through a function within its limits. Timers take no more than 31 bits of milliseconds. */
export const withoutLimits: Partial<Limits> = { deadline: 2 ** 31 - 1, budget: Infinity, memory: Infinity };

/** The name of a bundle's script: the URL of a file, which an editor takes for the project's own. */
export function inspectedName({ function: name }: Bundle, { root }: Inspection): string {
  return urlOf(root, `functions/${name}/index.js`);
}

/** What an instance is told about the debugger: a map that leads to the real files, and where to stop. */
export function inspectOf(bundle: Bundle, { root, port, stop }: Inspection): Inspect {
  return {
    port,
    ...(bundle.map !== null && { map: mapUrl(root, bundle.map, bundle.files ?? []) }),
    ...(stop && { stopAt: ownLines(bundle) }),
  };
}

/** Sources by the URLs of their files; those above the root are named otherwise in the map that everybody may see. */
function mapUrl(root: string, map: string, files: readonly string[]): string {
  const raw = JSON.parse(map) as { sources: string[] };
  const real = new Map(files.map((file) => [shownInput(file), file]));
  const sources = raw.sources.map((source) => {
    const file = real.get(source);
    return file === undefined ? source : urlOf(root, file);
  });
  const text = JSON.stringify({ ...raw, sources });
  return `data:application/json;base64,${Buffer.from(text).toString('base64')}`;
}

function urlOf(root: string, file: string): string {
  return pathToFileURL(join(root, file)).href;
}

/** Lines of the bundle (from 0) that hold code of the project's own: neither the bundler's nor an installed package's. */
function ownLines(bundle: Bundle): number[] {
  const texts = bundle.code.split('\n');
  const all = texts.map((_, line) => line);
  if (bundle.map === null) return all;
  const placeOf = sourceMapOf(bundle);
  const own = new Set((bundle.files ?? []).map(shownInput).filter((file) => !file.includes('node_modules/')));
  return all.filter((line) => {
    const end = placeOf(line + 1, Math.max(1, texts[line]?.length ?? 0));
    return end !== null && own.has(end.file);
  });
}
