import { Option } from 'commander';

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

/** A flag that may be repeated, and what holds where it is not given at all. */
export function repeatedOption(flags: string, what: string, otherwise: string): Option {
  return new Option(flags, `${what}; may be repeated`).argParser(collect).default([], otherwise);
}

/** `--generation`, as every command takes it; `all` is for those that do more than one thing. */
export function generationOption(what: string, choices = ['v1', 'v2', 'all']): Option {
  return new Option('-g, --generation <generation>', what).choices(choices);
}

/** `--engine`, as every command that runs bundles takes it. */
export function engineOption(): Option {
  return new Option('--engine <engine>', 'how bundles are run').choices(['node', 'vm2']).default('node');
}

/** `--limit name=value`, as every command takes it, with examples of what the command at hand obeys. */
export function limitOption(examples: string): Option {
  return new Option('--limit <name=value>', `tighten a limit, such as ${examples}`)
    .argParser(collect)
    .default([], 'the platform’s own');
}

/** `--write-secrets`, as every command that calls functions takes it. */
export function writeSecretsOption(): Option {
  const what = 'write secrets that functions update back into functions/settings.json';
  return new Option('--write-secrets', what).conflicts('watch');
}

/** `--watch`, as every command has it. */
export function watchOption(): Option {
  return new Option(
    '-w, --watch',
    'do again what each save concerns, until Ctrl-C; with --json each time one line of JSON',
  );
}

/** `--record`, as every command that calls functions takes it. */
export function recordOption(): Option {
  const what = 'send what nothing answers to the real network, and write the answers into a file';
  return new Option('--record <file>', what).conflicts(['replay', 'watch']);
}

/** `--scrub`, for what is recorded. */
export function scrubOption(): Option {
  const what = 'leave headers, parameters and fields of this name out of the recording';
  return repeatedOption('--scrub <name>', what, 'tokens, passwords and keys, whatever they are called');
}

/** `--replay`, as every command that calls functions takes it. */
export function replayOption(): Option {
  return new Option('--replay <file>', 'answer from a recording what nothing else does, and refuse the rest');
}

/** `--live`, as every command that calls functions takes it. */
export function liveOption(): Option {
  return new Option('--live', 'send what nothing answers to the real network');
}
