#!/usr/bin/env node
import { Command } from 'commander';
import { main } from './main.ts';
import { terminal } from './terminal.ts';
import { version } from './version.ts';

const program = new Command('lpf-endpoint')
  .description('Serves a function of the project as a Custom Endpoint of Third-Party Bots, until Ctrl-C.')
  .argument('<function>', 'a bot: a function for the event Third-Party Bots Custom Integration')
  .option('--port <port>', 'where to listen, 0 for any that is free (PORT, 4020)')
  .option('--account <id>', 'the account that tokens must be for (ACCOUNT_ID, 00000000)')
  .option('--bot <id>', 'the id of the bot (BOT_ID, the function’s name)')
  .option('--environments <names>', 'environments of the bot, parted by commas (ENVIRONMENTS, draft)')
  .option('--sentinel <url>', 'whose keys check the tokens (SENTINEL_URL, one that is started along)')
  .option('--redis <url>', 'where conversations are kept (REDIS_URL, in memory)')
  .option('--function-timeout <duration>', 'how long the function may take (FUNCTION_TIMEOUT, 30s)')
  .option('--log-level <level>', 'debug, info, warn or error (LOG_LEVEL, info)')
  .addHelpText(
    'after',
    '\nEvery setting of the service can be given as an environment variable too; flags win. Standard output' +
      '\nholds the log, one line of JSON for each request. Secrets of functions/settings.json and' +
      '\nenvironmentVariables of config.json are set, unless the environment has them.',
  )
  .version(version)
  .exitOverride()
  .showSuggestionAfterError()
  .action(async (name, options) => {
    process.exitCode = await (
      await import('./verbs/serve-endpoint.ts')
    ).serveEndpoint(terminal(), name, options);
  });

void main(async () => {
  await program.parseAsync();
  return Number(process.exitCode ?? 0);
});
