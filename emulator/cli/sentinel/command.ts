import { type Command, Option } from 'commander';
import { repeatedOption } from '../options.ts';
import { terminal } from '../terminal.ts';
import { defaultAccount, defaultPort, defaultScope } from './defaults.ts';
import { orderHelp } from './orders.ts';

/** The command that gives out tokens. */
export function addSentinelCommand(program: Command): void {
  program
    .command('sentinel')
    .summary('give out tokens as LivePerson does, for a service that verifies them')
    .description(
      'A local Sentinel on 127.0.0.1: tokens by RS256 for a Custom Endpoint service, and the keys to verify them, until Ctrl-C.',
    )
    .addOption(new Option('--port <port>', '0 for any that is free').default(defaultPort))
    .addOption(new Option('--account <id>', 'the account that the tokens are for').default(defaultAccount))
    .addOption(
      repeatedOption('--client <id:secret>', 'who may fetch tokens', 'the emulator’s own, local-client-id'),
    )
    .addOption(new Option('--scope <scope>', 'what the tokens are for').default(defaultScope))
    .addHelpText('after', `\n${orderHelp}`)
    .action(async (options) => {
      process.exitCode = await (await import('../verbs/sentinel.ts')).runSentinel(terminal(), options);
    });
}
