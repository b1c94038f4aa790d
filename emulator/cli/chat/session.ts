import { parse } from 'node:path';
import type { Choice } from '../../connector/transcript/entry.ts';
import type { ConnectorSettings } from '../../connector/settings/settings.ts';
import { Chat, type ChatOptions, type ChatTurn } from '../../conversation/chat.ts';
import type { Turn } from '../../conversation/schema/turn.ts';
import { seenIn } from '../../conversation/seen.ts';
import type { Scene } from '../../conversation/stage.ts';
import { EmulatorError } from '../../errors.ts';
import type { CallableFunctions } from '../../invoke/callable.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import { shownPath } from '../../project/json-file.ts';
import { Numbering } from '../../report/chat/numbering.ts';
import { settingLines } from '../../report/chat/settings.ts';
import { sideLines } from '../../report/chat/side-line.ts';
import { turnPieces } from '../../report/chat/turn.ts';
import { secretLines } from '../../report/conversations/secrets.ts';
import { wrap } from '../../report/wrap.ts';
import { writeTranscript } from '../test/transcripts.ts';
import { type CommandName, helpText } from './commands.ts';
import { type Place, withSettings } from './given.ts';
import { inputOf } from './input.ts';
import { hasFailed } from './judge.ts';
import type { Screen } from './screen.ts';
import { saveChat } from './save.ts';
import { settingsIn } from './settings.ts';
import { turnOf } from './turn.ts';

/** What a chat is made of. */
export interface SessionOptions {
  place: Place;
  cwd: string;
  chat: ChatOptions;
  /** Whether what functions log is shown, and whether pauses of the bot last as long as they say. */
  logs: boolean;
  wait: boolean;
}

/** A chat as it is typed: each line is a turn of the conversation, or something that is done with it. */
export class ChatSession {
  readonly #screen: Screen;
  readonly #options: SessionOptions;
  #chat: Chat;
  /** What the conversation was asked to begin with. */
  #scene: Scene;
  #settings: ConnectorSettings;
  #numbered: readonly Choice[] = [];
  /** Whether anything failed in conversations before this one, or when this one was saved. */
  #failedBefore = false;
  /** Calls of conversations before this one. */
  #recordsBefore: readonly InvocationRecord[] = [];
  #busy: Promise<unknown> = Promise.resolve();
  /** What commands do beside, or in place of, a turn. */
  readonly #does: Partial<Record<CommandName, (argument: string) => Promise<void> | void>> = {
    welcome: () => this.#welcome(),
    retry: () => this.#retry(),
    save: (name) => this.#save(name),
    transcript: (file) => this.#write(file),
    settings: (typed) => this.#set(typed),
    new: () => this.#begin(this.#scene),
    help: () => this.#screen.print([helpText().trimEnd()]),
  };

  private constructor(
    screen: Screen,
    options: SessionOptions,
    { chat, scene, settings }: { chat: Chat; scene: Scene; settings: ConnectorSettings },
  ) {
    this.#screen = screen;
    this.#options = options;
    this.#chat = chat;
    this.#scene = scene;
    this.#settings = settings;
  }

  static async open(screen: Screen, scene: Scene, options: SessionOptions): Promise<ChatSession> {
    const chat = await Chat.open(scene, options.chat);
    const settings = await settingsIn(scene, options.place);
    return new ChatSession(screen, options, { chat, scene, settings });
  }

  get settings(): ConnectorSettings {
    return this.#settings;
  }

  /** Whether a turn failed; one that was retried counts as it went the last time. */
  get failed(): boolean {
    return this.#failedBefore || this.#chat.turns.some(hasFailed);
  }

  /** Every call; those of a turn that was retried as they went the last time. */
  get records(): readonly InvocationRecord[] {
    return [...this.#recordsBefore, ...this.#chat.turns.flatMap(({ entries }) => seenIn(entries).records)];
  }

  /** The values of secrets that the conversation has over those of the project. */
  get secrets(): readonly unknown[] {
    return Object.values(this.#scene.given.secrets ?? {});
  }

  /** Does what a line asks for; answers whether the chat goes on. Throws what keeps it from being done. */
  async obey(line: string): Promise<boolean> {
    const input = inputOf(line, { numbered: this.#numbered, offered: this.#chat.conversation.choices });
    if (input.do === 'turn') await this.#turn(input.turn);
    if (input.do === 'command') return this.#command(input.name, input.argument);
    return true;
  }

  /** Functions are what they are on disk now, from the next turn on. */
  reload(): Promise<CallableFunctions> {
    return this.#alone(() => this.#chat.reload());
  }

  close(): Promise<void> {
    return this.#alone(() => this.#chat.close());
  }

  async #command(name: CommandName, argument: string): Promise<boolean> {
    const { place, cwd } = this.#options;
    const context = { root: place.root, cwd, settings: this.#settings, agent: this.#agent };
    const turn = await turnOf(name, argument, context);
    if (turn) await this.#turn(turn);
    await this.#does[name]?.(argument);
    return name !== 'quit';
  }

  /** A welcome that the settings leave out would be missed. */
  #welcome(): void {
    const { conversationType, welcomeMessage } = this.#settings;
    const { state } = this.#chat.conversation;
    if (conversationType === 'chat' || welcomeMessage || state !== 'bot') return;
    const how = '/settings welcomeMessage: true begins a conversation in which it is on';
    const { paint, width } = this.#screen;
    const lines = wrap(`· the bot has no first word: its setting welcomeMessage is off; ${how}`, width);
    this.#screen.print(lines.map((line) => paint('faint', line)));
  }

  async #set(typed: string): Promise<void> {
    if (typed === '') return this.#screen.print(settingLines(this.#settings));
    await this.#begin(await withSettings(this.#scene, typed, this.#options.place));
  }

  get #agent(): string | undefined {
    const { assignee, transcript } = this.#chat.conversation;
    if (assignee.type === 'agent') return undefined;
    const joined = transcript.findLast((entry) => entry.kind === 'agent-joined');
    return joined?.kind === 'agent-joined' ? joined.agent : undefined;
  }

  /** Plays turns that somebody has played before; nobody waits for the bot's pauses again. */
  async goOn(turns: readonly Turn[]): Promise<void> {
    for (const turn of turns) await this.#turn(turn, { pausing: false });
  }

  async #turn(turn: Turn, drawing?: { pausing: boolean }): Promise<void> {
    await this.#draw(await this.#screen.during(this.#alone(() => this.#chat.play(turn))), drawing);
  }

  async #retry(): Promise<void> {
    const retried = await this.#screen.during(this.#alone(() => this.#chat.retry()));
    if (!retried) throw nothingToRetry();
    const { paint } = this.#screen;
    const { played, strayed } = retried;
    this.#screen.print([paint('faint', `↻ turn ${this.#chat.turns.length} again`)]);
    if (strayed.length > 0) {
      const what = `! the bot does something else each time in turn ${strayed.join(', ')}, which came before`;
      this.#screen.print([paint('doubtful', what)]);
    }
    await this.#draw(played);
  }

  async #save(name: string): Promise<void> {
    const { place, chat } = this.#options;
    const { paint } = this.#screen;
    const options = { ...chat, functions: await chat.read() };
    const saving = saveChat(this.#chat, name, { place, paint, options });
    const { pass, lines } = await this.#screen.during(saving);
    this.#screen.print(lines);
    if (!pass) this.#failedBefore = true;
  }

  async #write(file: string): Promise<void> {
    const { cwd, place } = this.#options;
    const transcript = this.#chat.transcript(parse(file).name);
    const base = shownPath(place.root, transcript.base) || '.';
    await writeTranscript(cwd, file, { ...transcript, base });
    this.#screen.print([`${file} is written`, ...secretLines(transcript.given, this.#screen.paint)]);
  }

  /** A new conversation; the one before is over and done with. */
  async #begin(next: Scene): Promise<void> {
    const settings = await settingsIn(next, this.#options.place);
    const chat = await Chat.open(next, this.#options.chat);
    this.#failedBefore = this.failed;
    this.#recordsBefore = this.records;
    await this.close();
    this.#chat = chat;
    this.#scene = next;
    this.#settings = settings;
    this.#numbered = [];
    this.#screen.print([this.#screen.paint('faint', '── a new conversation ──')]);
  }

  async #draw(played: ChatTurn, { pausing } = { pausing: this.#options.wait }): Promise<void> {
    const { paint, width } = this.#screen;
    const numbering = new Numbering();
    for (const { lines, pause } of turnPieces(played, { paint, width, numbering })) {
      this.#screen.print(lines);
      if (pause > 0 && this.#screen.typed && pausing) await this.#screen.pause(pause);
    }
    this.#screen.print(sideLines(played.entries, { paint, width, logs: this.#options.logs }));
    this.#numbered = numbering.choices;
  }

  /** One thing after the other: functions do not change within a turn. */
  #alone<Value>(what: () => Promise<Value>): Promise<Value> {
    const run = this.#busy.then(what);
    this.#busy = run.catch(() => undefined);
    return run;
  }
}

function nothingToRetry(): EmulatorError {
  return new EmulatorError({
    code: 'bad-usage',
    message: '/retry: nothing has happened yet',
    hint: 'say something first',
  });
}
