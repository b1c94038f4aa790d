#!/usr/bin/env node
import { Command } from 'commander';
import { main } from './main.ts';
import { generationOption, limitOption } from './options.ts';
import { terminal } from './terminal.ts';
import { version } from './version.ts';

const program = new Command('lpf-bundle')
  .description('Turns functions/<name>/ into the one file that the platform accepts, for each generation.')
  .argument('[functions...]', 'names of functions; all of them where none is given')
  .addOption(generationOption('runtime to bundle for').default('all'))
  .option('--minify', 'make the files small instead of readable')
  .option('-o, --out <folder>', 'where to write (default: dist in the project)')
  .option('--check', 'judge only, write nothing; loads each bundle into the strict engine too')
  .option('--stdout', 'print one bundle for pasting; needs one function and one generation')
  .option('--json', 'print the findings as JSON')
  .option('--strict', 'let warnings fail the command too')
  .addOption(limitOption('sourceSize=50000'))
  .version(version)
  .exitOverride()
  .showSuggestionAfterError()
  .action(async (names, options) => {
    const { bundle } = await import('./verbs/bundle.ts');
    process.exitCode = await bundle(terminal(), names, options);
  });

void main(async () => {
  await program.parseAsync();
  return Number(process.exitCode ?? 0);
});
