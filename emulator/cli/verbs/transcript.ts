import { saveConversation } from '../../conversation/transcript/save.ts';
import { entriesOf, type Transcript } from '../../conversation/transcript/file.ts';
import { isSame, replay as play } from '../../conversation/transcript/replay.ts';
import { CallableFunctions } from '../../invoke/callable.ts';
import { presetsOf } from '../../payload/account/account-file.ts';
import type { Generation } from '../../platform/generations.ts';
import { loadProject } from '../../project/load.ts';
import { brush } from '../../report/colour.ts';
import { replayReport } from '../../report/conversations/replay.ts';
import { secretLines } from '../../report/conversations/secrets.ts';
import { transcriptLines } from '../../report/transcript.ts';
import type { Engine } from '../../runtime/protocol.ts';
import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';
import { transcriptAt } from '../test/transcript-at.ts';
import { turnNumber } from '../turn-number.ts';

/** Flags of `lpf-emulator transcript`. */
export interface TranscriptOptions {
  replay?: true;
  from?: string;
  save?: string;
  generation?: Generation;
  engine: Engine;
  calls?: true;
  json?: true;
}

/** `lpf-emulator transcript`: shows a transcript, replays it, or saves it as a test. */
export async function transcript(
  terminal: Terminal,
  file: string,
  options: TranscriptOptions,
): Promise<number> {
  const read = await transcriptAt(terminal.cwd, file);
  if (options.replay || options.from !== undefined) return replay(terminal, read, options);
  if (options.save !== undefined) return save(terminal, read, options.save);
  return show(terminal, read, options);
}

function show(terminal: Terminal, read: Transcript, { calls, json }: TranscriptOptions): number {
  const entries = entriesOf(read);
  const lines = transcriptLines(entries, brush(terminal.colour), { calls: calls === true });
  terminal.out(json ? `${JSON.stringify(entries, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  return exits.good;
}

async function save(terminal: Terminal, read: Transcript, name: string): Promise<number> {
  const { root, functions, broken } = loadProject(terminal.cwd);
  const names = [...functions, ...broken].map((each) => each.name);
  const saved = await saveConversation({ root, functions: names }, name, read);
  const secrets = secretLines(read.given, brush(terminal.colour));
  terminal.out([saved.file, ...secrets].map((line) => `${line}\n`).join(''));
  return exits.good;
}

async function replay(terminal: Terminal, read: Transcript, options: TranscriptOptions): Promise<number> {
  const from = turnNumber(options.from, read.turns.length);
  const { root, settings } = loadProject(terminal.cwd);
  const replayed = await play(
    read,
    {
      root,
      settings,
      generation: options.generation ?? read.generation,
      engine: options.engine,
      functions: new CallableFunctions(root, (await presetsOf(settings, root))?.functions),
    },
    { from },
  );
  terminal.out(
    options.json
      ? `${JSON.stringify({ same: isSame(replayed), ...replayed }, null, 2)}\n`
      : replayReport(replayed, { colour: terminal.colour }),
  );
  return isSame(replayed) ? exits.good : exits.short;
}
