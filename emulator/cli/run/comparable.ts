import { EmulatorError } from '../../errors.ts';
import type { RunOptions } from './run-options.ts';

/** Throws `bad-usage` for flags that go ill with `--diff`. */
export function assertComparable({ generation = 'all', reporter }: RunOptions): void {
  if (generation !== 'all') {
    throw new EmulatorError({
      code: 'bad-usage',
      message: `--diff compares the generations, and --generation ${generation} runs one of them only`,
      hint: 'leave --generation out, or write --generation all',
    });
  }
  const printing = reporter.find((each) => !/=|^console$|^json$/.test(each));
  if (printing === undefined) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--diff prints to standard output, as the reporter ${printing} would`,
    hint: `give the reporter a file: --reporter ${printing}=report`,
  });
}
