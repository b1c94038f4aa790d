import type { Program } from 'acorn';
import type { Bundle } from './bundle.ts';

/** A place in a bundle's text; the line counts from 1, the column from 0, as acorn has it. */
export interface Position {
  line: number;
  column: number;
}

/** The bundle's program, or where and why it cannot be parsed. */
export type Parsed = { program: Program } | { program: null; message: string; position: Position };

/** Parses leniently: what a file may not hold at its top level is for the rules to say. */
export async function parse(bundle: Bundle): Promise<Parsed> {
  const acorn = await import('acorn');
  try {
    const program = acorn.parse(bundle.code, {
      ecmaVersion: 'latest',
      sourceType: bundle.generation === 'v2' ? 'module' : 'script',
      allowImportExportEverywhere: true,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      locations: true,
    });
    return { program };
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSyntaxError(error)) throw error;
    const { message, loc } = error as SyntaxError & { loc: Position };
    return { program: null, message: message.replace(/ \(\d+:\d+\)$/, ''), position: loc };
  }
}

/** Another realm's SyntaxError is no instance of ours. */
function isSyntaxError(error: unknown): boolean {
  return error instanceof Object && 'loc' in error;
}
