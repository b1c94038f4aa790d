import { type Command, Option } from 'commander';
import {
  engineOption,
  generationOption,
  limitOption,
  liveOption,
  recordOption,
  replayOption,
  scrubOption,
} from '../options.ts';
import { refuseIdle } from '../needs.ts';
import { addTargetOptions } from '../endpoint/target-options.ts';
import { terminal } from '../terminal.ts';

const example = `
Each line is what the consumer says, the number of a quick reply or button, or a command; /help lists those.
Lines may come from a file too: lpf-emulator chat customIntegration < lines.txt`;

/** The command that talks with a function. */
export function addChatCommand(program: Command): void {
  const command = program
    .command('chat')
    .summary('talk with a function, and save that as a test')
    .description(
      'A conversation by hand, through the connector. The function is built anew when it is saved; /retry plays the last turn again.',
    )
    .argument('<function>')
    .addOption(generationOption('runtime to imitate; v2 where it is missing', ['v1', 'v2']))
    .addOption(engineOption())
    .addOption(
      new Option('--channel <channel>', 'where the conversation takes place; a setting of the bot').choices([
        'messaging',
        'chat',
      ]),
    )
    .option('--settings <file>', 'settings of the bot, over those of connector.yaml')
    .option(
      '--given <file>',
      'what it begins with: settings, sdes, skills, mocks, ..., as conversation files have it',
    )
    .addOption(
      new Option(
        '--transcript <file>',
        'go on with a conversation that took place: its turns are played first',
      ).conflicts(['given', 'settings', 'channel']),
    )
    .option('--from <turn>', 'begin the transcript anew at this turn: only those before it are played')
    .addOption(limitOption('deadline=2s, memory=64MB or budget=400ms'))
    .addOption(recordOption())
    .addOption(scrubOption())
    .addOption(replayOption())
    .addOption(liveOption())
    .option('--logs', 'show what the functions log')
    .option('--no-wait', 'do not wait while the bot pauses');
  refuseIdle(command, { flags: ['--from'], one: ['--transcript'] });
  addTargetOptions(command)
    .addHelpText('after', example)
    .action(async (name, options) => {
      process.exitCode = await (await import('../verbs/chat.ts')).chat(terminal(), name, options);
    });
}
