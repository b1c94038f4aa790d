import { SourceMap } from 'node:module';
import type { Bundle } from './bundle.ts';

/** A place in a source file; lines and columns count from 1. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
}

/**
 * Answers where a place of the bundle's text (line and column from 1) stands in the sources, or `null` for text that
 * the bundler wrote itself. A hand-written file is its own source.
 */
export function sourceMapOf({
  map,
  function: name,
}: Bundle): (line: number, column: number) => SourcePlace | null {
  if (map === null) return (line, column) => ({ file: `functions/${name}/index.js`, line, column });
  const parsed = new SourceMap(JSON.parse(map));
  return (line, column) => {
    const entry = parsed.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry) || !entry.originalSource) return null;
    return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}
