import { setTimeout } from 'node:timers/promises';
import type { Turn } from '../../conversation/schema/turn.ts';
import type { Scene } from '../../conversation/stage.ts';
import { codes, isEmulatorError } from '../../errors.ts';
import { CallableFunctions } from '../../invoke/callable.ts';
import { presetsOf } from '../../payload/account/account-file.ts';
import { parseLimits } from '../../platform/limit-value.ts';
import { shownPath } from '../../project/json-file.ts';
import { loadProject } from '../../project/load.ts';
import { unknownFunction } from '../../project/unknown-function.ts';
import { changeLines } from '../../report/changes.ts';
import { secretLines } from '../../report/conversations/secrets.ts';
import { sceneOf } from '../chat/given.ts';
import type { ChatFlags } from '../chat/options.ts';
import { type Rebuild, rebuildOnSave } from '../chat/rebuild.ts';
import { Screen } from '../chat/screen.ts';
import { ChatSession, type SessionOptions } from '../chat/session.ts';
import type { EndpointBots } from '../endpoint/bot-source.ts';
import { exits, renderFinding } from '../main.ts';
import { openPassage } from '../passage.ts';
import type { Terminal } from '../terminal.ts';
import { transcriptAt } from '../test/transcript-at.ts';
import { turnNumber } from '../turn-number.ts';
import { assertWrittenFor } from '../written-for.ts';

/** `lpf-emulator chat`: a conversation by hand. Its exit code says whether a turn failed. */
export async function chat(terminal: Terminal, name: string, flags: ChatFlags): Promise<number> {
  const limits = parseLimits(flags.limit);
  const { root, functions, broken, settings } = loadProject(terminal.cwd);
  const names = [...functions, ...broken].map((each) => each.name).toSorted();
  if (!names.includes(name)) throw unknownFunction(name, names);
  const place = { root, functions: names };
  const past = await pastOf(terminal, flags);
  const scene = past ? { ...past.scene, function: name } : await sceneOf(terminal, name, flags, place);
  const generation = flags.generation ?? 'v2';
  const { passage, finish } = await openPassage(terminal, flags);
  const elsewhere = await botElsewhere(terminal.cwd, flags);
  const read = async () => new CallableFunctions(root, (await presetsOf(settings, root))?.functions);
  if (flags.generation && !elsewhere) await assertWrittenFor(await read(), [name], flags.generation);
  const options: SessionOptions = {
    place,
    cwd: terminal.cwd,
    chat: {
      root,
      settings,
      generation,
      engine: flags.engine,
      limits,
      passage,
      botSource: elsewhere?.source,
      read,
    },
    logs: flags.logs === true,
    wait: flags.wait,
  };
  const screen = new Screen(terminal);
  await elsewhere?.assertReady([name]).catch((error: unknown) => {
    if (!isEmulatorError(error)) throw error;
    screen.complain(renderFinding(error.finding));
  });
  const session = await ChatSession.open(screen, scene, options);
  const callable = await session.reload();
  const rebuild = await rebuildOnSave(callable, {
    root,
    name,
    generation,
    reload: () => session.reload(),
    tell(changes, complaints) {
      const shown = changes.map(({ path, kind }) => ({ path: shownPath(root, path), kind }));
      screen.complain(changeLines(shown, terminal.errorColour) + complaints.map(renderFinding).join(''));
    },
  });
  if (past) screen.print(secretLines(past.scene.given, screen.paint));
  if (screen.typed) {
    const runsOn = flags.endpoint ?? (await callable.generationOf(name, generation));
    screen.print([headline(screen, session, name, runsOn)]);
  }
  const code = await talk(screen, session, { rebuild, turns: past?.turns ?? [] });
  await finish(session.records, session.secrets);
  return code;
}

/** The client is loaded where it is needed. Its pauses last as long as the bot's own. */
async function botElsewhere(cwd: string, flags: ChatFlags): Promise<EndpointBots | undefined> {
  if (flags.endpoint === undefined) return undefined;
  const { endpointBotsOf } = await import('../endpoint/bot-source.ts');
  return endpointBotsOf(cwd, flags, flags.wait ? { pause: (milliseconds) => setTimeout(milliseconds) } : {});
}

/** Line by line until the end. */
async function talk(
  screen: Screen,
  session: ChatSession,
  { rebuild, turns }: { rebuild: Rebuild; turns: readonly Turn[] },
): Promise<number> {
  let worst = 0;
  try {
    await Promise.race([
      rebuild.failure,
      (async () => {
        await session.goOn(turns);
        for (let goesOn = true; goesOn;) {
          const line = await screen.line();
          if (line === undefined) return;
          goesOn = await session.obey(line).catch((error: unknown) => {
            if (!isEmulatorError(error)) throw error;
            screen.complain(renderFinding(error.finding));
            worst = Math.max(worst, codes[error.finding.code].exit);
            return true;
          });
        }
      })(),
    ]);
  } finally {
    screen.close();
    await Promise.all([session.close(), rebuild.close()]);
  }
  // A slip of somebody who types has been told; in a script it is a mistake of the script.
  return Math.max(screen.typed ? 0 : worst, session.failed ? exits.short : exits.good);
}

/** What a chat goes on with; `undefined` where it begins anew. Throws `bad-usage` and `bad-transcript`. */
async function pastOf(
  { cwd }: Terminal,
  { transcript, from }: ChatFlags,
): Promise<{ scene: Scene; turns: Turn[] } | undefined> {
  if (transcript === undefined) return undefined;
  const { function: bot, given, base, turns } = await transcriptAt(cwd, transcript);
  const played = from === undefined ? turns : turns.slice(0, turnNumber(from, turns.length) - 1);
  return { scene: { function: bot, given, base }, turns: played.map(({ turn }) => turn) };
}

function headline(
  { paint }: Screen,
  { settings: { conversationType } }: ChatSession,
  name: string,
  place: string,
): string {
  const begin = conversationType === 'chat' ? '/welcome begins the chat, ' : '';
  const how = `${begin}/help lists the commands, Ctrl-D ends`;
  return paint('faint', `${name} · ${place} · ${conversationType} · ${how}`);
}
