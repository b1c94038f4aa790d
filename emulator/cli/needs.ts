import type { Command } from 'commander';
import { EmulatorError } from '../errors.ts';

/** Flags that say nothing unless one of some others is given; those that are set by the environment are let be. */
interface Need {
  flags: readonly string[];
  /** The first is the one that is proposed. */
  one: readonly [string, ...string[]];
}

/** Has a command refuse flags that would be passed over. It throws `bad-usage` before anything is done. */
export function refuseIdle(command: Command, { flags, one }: Need): Command {
  return command.hook('preAction', () => {
    const idle = flags.find((flag) => isGiven(command, flag));
    if (idle === undefined || one.some((flag) => isGiven(command, flag))) return;
    throw new EmulatorError({
      code: 'bad-usage',
      message: `${idle} says nothing without ${one.join(' or ')}`,
      hint: `give ${one[0]} too, or leave ${idle} out`,
    });
  });
}

function isGiven(command: Command, flag: string): boolean {
  const option = command.options.find(({ long }) => long === flag);
  return option !== undefined && command.getOptionValueSource(option.attributeName()) === 'cli';
}
