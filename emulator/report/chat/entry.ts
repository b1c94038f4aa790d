import type { Entry, PassedTo } from '../../connector/transcript/entry.ts';
import { cardBody } from '../card.ts';
import { brush, type Paint, type Style } from '../colour.ts';
import { entryLines } from '../entry-lines.ts';
import { printable, printableLines } from '../printable.ts';
import { wrap } from '../wrap.ts';
import { bubble, type BubbleOptions } from './bubble.ts';
import type { Numbering } from './numbering.ts';

/** What the entries of a conversation are drawn with. */
export interface Canvas {
  paint: Paint;
  /** Columns. */
  width: number;
  numbering: Numbering;
}

/** One entry of a conversation as it is drawn: a bubble for what somebody says, lines for what happens. */
export function chatEntryLines(entry: Entry, canvas: Canvas): string[] {
  switch (entry.kind) {
    case 'consumer-text':
      return consumers(printableLines(entry.text), entry.to, canvas);
    case 'consumer-click':
      return consumers([`▸ ${printable(entry.title)}`], entry.to, canvas);
    case 'consumer-file':
      return consumers([`(file ${printable(entry.file.relativePath)})`], entry.to, canvas);
    case 'consumer-rich-content':
      return consumers(cardBody(entry.content), entry.to, canvas);
    case 'agent-text': {
      const title = `${printable(entry.agent)}${entry.to ? asides[entry.to] : ''}`;
      return painted(printableLines(entry.text), { title, side: 'left' }, canvas);
    }
    case 'bot-text':
      return bots(printableLines(entry.text), printable(entry.bot), canvas);
    case 'bot-quick-replies': {
      const said = bots(printableLines(entry.text), printable(entry.bot), canvas);
      return [...said, ...quickReplies(entry, canvas)];
    }
    case 'bot-card': {
      const { content, choices, bot } = entry;
      return bots(cardBody(content, canvas.numbering.markOf(choices)), `${printable(bot)}, card`, canvas);
    }
    case 'bot-private-note':
      return bots(printableLines(entry.text), `${printable(entry.bot)}, note for agents`, canvas);
    case 'connector-text': {
      const title = entry.audience === 'agents' ? 'connector, for agents' : 'connector';
      return bots(printableLines(entry.text), title, canvas);
    }
    default:
      return happened(entry, canvas);
  }
}

function consumers(lines: readonly string[], to: PassedTo, canvas: Canvas): string[] {
  return painted(lines, { title: `you${asides[to]}`, side: 'right' }, canvas);
}

/** Where what the consumer did has gone, unless it is to the bot. */
const asides: Readonly<Record<PassedTo, string>> = {
  bot: '',
  agent: ', to the agent',
  waiting: ', waits',
  nobody: ', nobody hears it',
};

function bots(lines: readonly string[], title: string, canvas: Canvas): string[] {
  return painted(lines, { title, side: 'left' }, canvas);
}

function painted(
  lines: readonly string[],
  { title, side }: Omit<BubbleOptions, 'width'>,
  { paint, width }: Canvas,
): string[] {
  return bubble(lines, { title, side, width }).map((line) =>
    paint(side === 'left' ? 'good' : 'strong', line),
  );
}

/** Side by side as far as there is room. */
function quickReplies(
  { choices }: Extract<Entry, { kind: 'bot-quick-replies' }>,
  { paint, width, numbering }: Canvas,
): string[] {
  const replies = choices.map((choice) => `[${numbering.add(choice)} ${printable(choice.title)}]`);
  return wrap(replies.join('  '), Math.max(8, width - 2)).map((line) => paint('strong', `  ${line}`));
}

/** In plain text first, because colours have no width. */
function happened(entry: Entry, { paint, width }: Canvas): string[] {
  const room = Math.max(8, width - 4);
  const lines = entryLines(entry, brush(false), { calls: false });
  return lines.flatMap((line) =>
    wrap(line, room).map((part, index) => paint(styleOf(entry), index === 0 ? part : `    ${part}`)),
  );
}

function styleOf(entry: Entry): Style {
  if (entry.kind === 'error') return 'bad';
  if (entry.kind === 'notice') return entry.finding.severity === 'error' ? 'bad' : 'doubtful';
  return entry.kind === 'bot-dropped' ? 'doubtful' : 'faint';
}
