import { type Command, Option } from 'commander';
import { endpointDefaults } from '../../endpoint/client/options.ts';
import { refuseIdle } from '../needs.ts';
import { defaultSentinel } from '../sentinel/defaults.ts';

/** Adds the flags that have a Custom Endpoint answer in a function's place. */
export function addTargetOptions(command: Command): Command {
  return addServiceOptions(
    command.option('--endpoint <url>', 'base URL of a Custom Endpoint that answers in the function’s place'),
  );
}

/** Adds what else is to be known of a service: its bot, and where its tokens come from. */
export function addServiceOptions(command: Command): Command {
  const flags = [
    '--bot',
    '--environment',
    '--sentinel',
    '--account',
    '--client',
    '--ca',
    '--endpoint-timeout',
  ];
  refuseIdle(command, { flags, one: ['--endpoint'] });
  return command
    .option('--bot <id>', 'the id of the bot there; the function’s name where it is missing')
    .option('--environment <name>', 'the environment of the bot there', endpointDefaults.environment)
    .option('--sentinel <url>', 'where tokens for it come from', defaultSentinel)
    .option('--account <id>', 'the account of the tokens; the emulator’s own where it is missing')
    .addOption(
      new Option('--client <id:secret>', 'who fetches tokens; the emulator’s own where it is missing').env(
        'LPF_ENDPOINT_CLIENT',
      ),
    )
    .option('--ca <file>', 'a certificate to trust beside the system’s, in PEM')
    .option(
      '--endpoint-timeout <time>',
      'wait for its answers no longer than this, such as 2s; in the conversation 60 s pass all the same',
    );
}
