import { Option } from 'commander';

/** Gathers the values of a flag that may be repeated. */
export function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

/** `--generation`, as every command takes it. */
export function generationOption(what: string): Option {
  return new Option('-g, --generation <generation>', what).choices(['v1', 'v2', 'all']);
}

/** `--limit name=value`, as every command takes it, with examples of what the command at hand obeys. */
export function limitOption(examples: string): Option {
  return new Option('--limit <name=value>', `tighten a limit, such as ${examples}`)
    .argParser(collect)
    .default([], 'the platform’s own');
}
