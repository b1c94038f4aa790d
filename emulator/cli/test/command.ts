import { type Command, Option } from 'commander';
import { refuseIdle } from '../needs.ts';
import { engineOption, generationOption, limitOption, repeatedOption, watchOption } from '../options.ts';
import { addTargetOptions } from '../endpoint/target-options.ts';
import { terminal } from '../terminal.ts';

const example = `
A conversation file, such as conversations/orders.yaml:

  function: customIntegration          the function that is the bot
  given:                               what every conversation begins with: settings, hooks, sdes, skills, mocks, ...
    settings: { engagementAttributes: true }
  conversations:
    - name: A consumer asks for an order
      turns:
        - says: Where is my order?     or clicks, sends, types, joins, idle, agent, bot, closes
          expect:
            says: Happy to look that up. *
        - says: '471100'
          expect:
            card: { 'elements[0].text': Order 471100 }

With --endpoint a conversation with mocks or an account of its own is skipped, because neither reaches a service
elsewhere; one of a bot with hooks is played, because hooks run here.

A text is the text itself, with * for any run of characters; /an expression/i; { oneOf: [...] }; or { exactly: ... }.
All keys, each with a sentence: lpf-emulator test --schema > conversations/schema.json, and as the first line of a file
# yaml-language-server: $schema=./schema.json`;

/** The commands about conversation files. */
export function addTestCommands(program: Command): void {
  const reporters = repeatedOption(
    '-r, --reporter <name[=file]>',
    'console, json, junit, github, or blob for merge-reports',
    'console',
  );
  const command = program
    .command('test')
    .summary('play conversations and compare what comes back')
    .description(
      'Plays the conversations of files through the connector, each with an account and instances of its own.',
    )
    .argument(
      '[files...]',
      'files, folders, or names of files in conversations/; all of them where none is given',
    )
    .addOption(generationOption('runtime to imitate; v2 where it is missing'))
    .addOption(engineOption())
    .option('-n, --name <text>', 'only conversations with this in their name')
    .option('--shard <part/parts>', 'only one part of the conversations, such as 2/5')
    .option('--concurrency <conversations>', 'conversations that are played side by side')
    .option('-u, --update', 'store the snapshots anew')
    .addOption(
      new Option('--transcripts <folder>', 'write the transcript of each conversation there').conflicts(
        'watch',
      ),
    )
    .addOption(limitOption('deadline=2s, memory=64MB or budget=400ms'))
    .addOption(reporters)
    .option('--json', 'the same as --reporter json')
    .addOption(watchOption())
    .addOption(
      new Option('--schema', 'print the JSON Schema of conversation files, for editors').conflicts([
        'json',
        'reporter',
        'transcripts',
        'update',
        'watch',
      ]),
    );
  addTargetOptions(command)
    .addHelpText('after', example)
    .action(async (files, options) => {
      process.exitCode = await (await import('../verbs/test.ts')).test(terminal(), files, options);
    });
  program
    .command('merge-reports')
    .summary('join the reports of shards')
    .description('Joins what the shards of one run wrote with --reporter blob=<file>, and reports it as one.')
    .argument('<blobs...>')
    .addOption(reporters)
    .option('--json', 'the same as --reporter json')
    .action(async (files, options) => {
      process.exitCode = await (
        await import('../verbs/merge-reports.ts')
      ).mergeAll(terminal(), files, options);
    });
  const transcript = program
    .command('transcript')
    .summary('show, replay or save a conversation that took place')
    .description(
      'Shows a transcript: a file that test --transcripts wrote, or /transcript in a chat. With --replay the consumer’s half is played on the functions as they are now, and the bot’s half compared; with --save it becomes a conversation file that passes.',
    )
    .argument('<file>')
    .option('--replay', 'play it again and compare what the bot does, turn by turn')
    .option('--from <turn>', 'replay, and compare from this turn on; those before only bring it there')
    .addOption(
      new Option('--save <name>', 'write it as conversations/<name>.yaml').conflicts([
        'replay',
        'from',
        'calls',
        'json',
      ]),
    )
    .addOption(
      generationOption('runtime to replay on; that of the transcript where it is missing', ['v1', 'v2']),
    )
    .addOption(engineOption())
    .addOption(
      new Option('--calls', 'show each call of the bot with its times').conflicts(['replay', 'from', 'json']),
    )
    .option('--json', 'as JSON')
    .action(async (file, options) => {
      process.exitCode = await (await import('../verbs/transcript.ts')).transcript(terminal(), file, options);
    });
  refuseIdle(transcript, { flags: ['--generation', '--engine'], one: ['--replay', '--from'] });
}
