import { type Command, Option } from 'commander';
import { addServiceOptions } from '../endpoint/target-options.ts';
import { engineOption, generationOption, limitOption, repeatedOption } from '../options.ts';
import { terminal } from '../terminal.ts';

const help = `
What can be required: p50, p95, p99, max and first (the 95th percentile of first answers) against a time, all of warm
answers; errors against a number of calls; same, or same>=95%. Beginning with function. or endpoint. it is for one of
them, else for both: --require 'p95<800ms' --require same --require 'endpoint.first<2s'

A service elsewhere: lpf-emulator compare orders -f orderBot --endpoint https://bot.example.com/api --bot <id>
  --sentinel http://127.0.0.1:4010, where lpf-emulator sentinel gives out the tokens that the service verifies`;

/** The command that compares a function with a Custom Endpoint. */
export function addCompareCommand(program: Command): void {
  const command = program
    .command('compare')
    .summary('play conversations as a function and behind a Custom Endpoint, side by side')
    .description(
      'Plays the same conversations both ways, in turns, and reports what differs: answers, waits, faults, and what each takes to run.',
    )
    .argument(
      '[conversations...]',
      'files, folders, or names of files in conversations/; all of them where none is given',
    )
    .option(
      '-f, --function <name>',
      'the function that is the bot; the one of the conversations where it is missing',
    )
    .addOption(
      new Option(
        '-e, --endpoint <url|function>',
        'base URL of a service, or function: the same function in the service of this package',
      ).default('function'),
    );
  addServiceOptions(command)
    .addOption(generationOption('runtime to imitate; v2 where it is missing', ['v1', 'v2']))
    .addOption(engineOption())
    .option('-n, --name <text>', 'only conversations with this in their name')
    .option('--repeat <times>', 'play each conversation so many times cold, and as often warm', '5')
    .option('--concurrency <conversations>', 'conversations that are played side by side', '1')
    .addOption(repeatedOption('--require <metric>', 'end with 1 unless this holds', 'nothing'))
    .addOption(limitOption('deadline=2s, memory=64MB or budget=400ms'))
    .addOption(repeatedOption('-r, --reporter <name[=file]>', 'console, json, markdown or html', 'console'))
    .option('--json', 'the same as --reporter json')
    .addHelpText('after', help)
    .action(async (conversations, options) => {
      process.exitCode = await (
        await import('../verbs/compare.ts')
      ).compareVerb(terminal(), conversations, options);
    });
}
