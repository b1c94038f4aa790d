import type { Terminal } from '../../emulator/cli/terminal.ts';

/** A terminal in `cwd` that keeps what is printed on it. */
export interface CollectingTerminal extends Terminal {
  stdout: string;
  stderr: string;
}

/** A plain terminal (no colours, no person before it) in `cwd` that collects its text; `input` is its standard input. */
export function collectingTerminal(cwd: string, input = ''): CollectingTerminal {
  const collected: CollectingTerminal = {
    cwd,
    stdout: '',
    stderr: '',
    out: (text) => void (collected.stdout += text),
    err: (text) => void (collected.stderr += text),
    colour: false,
    errorColour: false,
    interactive: false,
    stdin: async () => input,
  };
  return collected;
}
