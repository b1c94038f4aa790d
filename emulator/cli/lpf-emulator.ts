#!/usr/bin/env node
import { Command, Option } from 'commander';
import type { Engine } from '../runtime/protocol.ts';
import { startChild } from '../runtime/spawn.ts';
import { addChatCommand } from './chat/command.ts';
import { addCompareCommand } from './compare/command.ts';
import { main } from './main.ts';
import {
  engineOption,
  generationOption,
  limitOption,
  liveOption,
  recordOption,
  repeatedOption,
  replayOption,
  scrubOption,
  watchOption,
  writeSecretsOption,
} from './options.ts';
import { addSentinelCommand } from './sentinel/command.ts';
import { terminal } from './terminal.ts';
import { addTestCommands } from './test/command.ts';
import { version } from './version.ts';

/** An instance takes as long to start as a bundle to build: `invoke` lets both run side by side. */
const early = process.argv[2] === 'invoke' && !inspectAsked() ? startChild(engineAsked()) : undefined;

function engineAsked(): Engine {
  return process.argv.some((argument) => /^(--engine=)?vm2$/.test(argument)) ? 'vm2' : 'node';
}

/** A debugger wants a child without the usual locks. */
function inspectAsked(): boolean {
  return process.argv.some((argument) => /^--inspect(-brk)?(=|$)/.test(argument));
}

// Nothing of ours outlives the command, however it ends.
process.once('exit', () => early?.kill('SIGKILL'));

const program = new Command('lpf-emulator')
  .description('Runs LivePerson Functions offline, as the platform would, and judges their answers.')
  .version(version)
  .exitOverride()
  .configureHelp({ sortSubcommands: false })
  .showSuggestionAfterError();

program
  .command('run')
  .summary('feed payloads to functions and judge every answer')
  .description('Feeds every payload of each function to it, on each generation, and judges the answers.')
  .argument('[functions...]', 'names of functions; all of them where none is given')
  .addOption(generationOption('runtime to imitate'))
  .addOption(engineOption())
  .addOption(repeatedOption('-p, --payload <name>', 'only payloads of this name', 'all'))
  .addOption(new Option('--repeat <times>', 'feed each payload so many times').default('1'))
  .option('--cold', 'a fresh instance for each invocation')
  .option('--concurrency <instances>', 'instances that run side by side')
  .addOption(limitOption('deadline=2s, memory=64MB or budget=400ms'))
  .addOption(repeatedOption('-r, --reporter <name[=file]>', 'console, json, junit or github', 'console'))
  .addOption(
    new Option('--diff', 'print only where the generations differ; ends with 1 where they do').conflicts(
      'watch',
    ),
  )
  .addOption(recordOption())
  .addOption(scrubOption())
  .addOption(replayOption())
  .addOption(liveOption())
  .addOption(writeSecretsOption())
  .addOption(watchOption())
  .option('--json', 'the same as --reporter json')
  .action(async (names, options) => {
    const { run } = await import('./verbs/run.ts');
    process.exitCode = await run(terminal(), names, options);
  });

program
  .command('invoke')
  .summary('call one function once')
  .description('Calls one function once. Standard output holds its answer, standard error all the rest.')
  .argument('<function>')
  .addOption(generationOption('runtime to imitate', ['v1', 'v2']))
  .addOption(engineOption())
  .option('-p, --payload <name|file|->', 'a payload by name, a JSON or YAML file, or - for standard input')
  .option('-m, --message <text>', 'the consumer’s message')
  .option('--lp-event <fragment>', 'context.lpEvent, such as messaging or chat')
  .option('--lp-sdes <fragment>', 'context.lpSdes, such as messaging, chat or none')
  .option('--event <fragment>', 'event, such as welcome')
  .addOption(repeatedOption('--set <path=value>', 'set one value of the payload', 'none'))
  .addOption(limitOption('deadline=2s, memory=64MB or budget=400ms'))
  .addOption(recordOption())
  .addOption(scrubOption())
  .addOption(replayOption())
  .addOption(liveOption())
  .addOption(writeSecretsOption())
  .addOption(
    new Option('--inspect [port]', 'wait for a debugger at this port of 127.0.0.1 (9229)').conflicts('watch'),
  )
  .addOption(
    new Option('--inspect-brk [port]', 'the same, and stop before the first line').conflicts([
      'inspect',
      'watch',
    ]),
  )
  .addOption(watchOption())
  .option('--json', 'print the whole record as JSON')
  .action(async (name, options) => {
    const { invoke } = await import('./verbs/invoke.ts');
    process.exitCode = await invoke(terminal(), name, options, early);
  });

addChatCommand(program);
addTestCommands(program);
addCompareCommand(program);
addSentinelCommand(program);

const payload = program.command('payload').summary('list, show, make and check payloads');
payload
  .command('list')
  .description('Lists every payload and fragment at hand.')
  .option('--json', 'as JSON')
  .action(async (options) => {
    process.exitCode = await (await import('./verbs/payload.ts')).list(terminal(), options);
  });
payload
  .command('show')
  .description('Prints one payload or fragment, composed.')
  .argument('<name>')
  .option('--json', 'as JSON')
  .action(async (name, options) => {
    process.exitCode = await (await import('./verbs/payload.ts')).show(terminal(), name, options);
  });
payload
  .command('new')
  .description('Prints a new payload for an event, ready to be saved below payloads/.')
  .argument('<event>')
  .addOption(repeatedOption('--set <path=value>', 'set one value', 'none'))
  .action(async (event, options) => {
    process.exitCode = await (await import('./verbs/payload.ts')).newPayload(terminal(), event, options);
  });
payload
  .command('check')
  .description('Checks every payload and fragment of the project.')
  .option('--json', 'as JSON')
  .action(async (options) => {
    process.exitCode = await (await import('./verbs/payload.ts')).check(terminal(), options);
  });

program
  .command('new')
  .summary('copy a template, or a Custom Endpoint service, into the project')
  .description('Copies a template into functions/ under a new name; for endpoint, a service into endpoints/.')
  .argument('<template>', 'the name of a template, or endpoint')
  .argument('<name>')
  .option(
    '-f, --function <function>',
    'for endpoint: the function that answers; a bot to begin with otherwise',
  )
  .action(async (template, name, options) => {
    const { newEndpoint, newFunction } = await import('./verbs/new.ts');
    const make = template === 'endpoint' ? newEndpoint : newFunction;
    process.exitCode = await make(terminal(), template, name, options);
  });

program
  .command('doctor')
  .summary('check the surroundings')
  .description('Checks Node, the project, its settings, the ports and the bundles.')
  .option('--json', 'as JSON')
  .option('--port <port>', 'port that must be free, in place of those of sentinel and lpf-endpoint', Number)
  .addOption(limitOption('secretValue=5000'))
  .action(async (options) => {
    process.exitCode = await (await import('./verbs/doctor.ts')).doctor(terminal(), options);
  });

void main(async () => {
  await program.parseAsync();
  return Number(process.exitCode ?? 0);
});
