import { compareVerb, type CompareFlags } from '../../emulator/cli/verbs/compare.ts';
import type { CompareReport } from '../../emulator/compare/report.ts';

/** What a comparison printed and how it ended. */
export interface Compared {
  code: number;
  stdout: string;
  stderr: string;
}

const usual: CompareFlags = {
  endpoint: 'function',
  environment: 'draft',
  sentinel: 'http://127.0.0.1:4010',
  engine: 'node',
  repeat: '1',
  concurrency: '1',
  require: [],
  limit: [],
  reporter: [],
};

/** Runs the verb in this process, so that servers of the test can answer it. */
export async function compareIn(
  cwd: string,
  asked: readonly string[],
  flags: Partial<CompareFlags> = {},
): Promise<Compared> {
  const printed = { stdout: '', stderr: '' };
  const code = await compareVerb(
    {
      cwd,
      out: (text) => (printed.stdout += text),
      err: (text) => (printed.stderr += text),
      colour: false,
      errorColour: false,
      interactive: false,
      stdin: () => Promise.resolve(''),
    },
    asked,
    { ...usual, ...flags },
  );
  return { code, ...printed };
}

/** The report of `--json`. */
export function reportIn({ stdout }: Compared): CompareReport {
  return JSON.parse(stdout) as CompareReport;
}
