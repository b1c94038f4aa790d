#!/usr/bin/env node
import { Command, Option } from 'commander';
import { main } from './main.ts';
import { generationOption, limitOption, watchOption } from './options.ts';
import { terminal } from './terminal.ts';
import { version } from './version.ts';

const program = new Command('lpf-bundle')
  .description('Turns functions/<name>/ into the one file that the platform accepts, for each generation.')
  .argument('[functions...]', 'names of functions; all of them where none is given')
  .addOption(generationOption('runtime to bundle for').default('all'))
  .option('--minify', 'make the files small instead of readable')
  .addOption(
    new Option('-o, --out <folder>', 'where to write (default: dist in the project)').conflicts([
      'check',
      'stdout',
    ]),
  )
  .option('--check', 'judge only, write nothing; loads each bundle into the strict engine too')
  .option('--stdout', 'print one bundle for pasting; needs one function and one generation')
  .addOption(watchOption())
  .option('--json', 'print the findings as JSON')
  .option('--strict', 'let warnings fail the command too')
  .addOption(limitOption('sourceSize=50000'))
  .addHelpText(
    'after',
    '\nCommands:\n  migrate --check [functions...]  list what v2 asks of hand-written v1 functions',
  )
  .version(version)
  .exitOverride()
  .showSuggestionAfterError()
  .action(async (names, options) => {
    const { bundle } = await import('./verbs/bundle.ts');
    process.exitCode = await bundle(terminal(), names, options);
  });

/** A command of its own and no sub-command of the other: a function may be named migrate, and come behind a flag. */
const migrate = new Command('lpf-bundle migrate')
  .description(
    'Lists what has to change in hand-written v1 functions for v2, and whether lpf-bundle does it.',
  )
  .argument('[functions...]', 'names of functions; all of them where none is given')
  .option('--check', 'look only; there is nothing else yet')
  .option('--json', 'print the changes as JSON')
  .addHelpText('after', '\nTo bundle a function that is named migrate: lpf-bundle -- migrate')
  .exitOverride()
  .showSuggestionAfterError()
  .action(async (names, options) => {
    process.exitCode = await (await import('./verbs/migrate.ts')).migrate(terminal(), names, options);
  });

void main(async () => {
  const [first, ...rest] = process.argv.slice(2);
  await (first === 'migrate' ? migrate.parseAsync(rest, { from: 'user' }) : program.parseAsync());
  return Number(process.exitCode ?? 0);
});
