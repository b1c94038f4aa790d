import type { Choice, Entry } from '../connector/transcript/entry.ts';
import { callFindings } from '../conversation/call-findings.ts';
import type { Finding } from '../errors.ts';
import { shortCode } from '../platform/connector-errors.ts';
import { cardLines } from './card.ts';
import type { Paint } from './colour.ts';
import { detailLines, findingLines, indent } from './details.ts';
import { duration } from './duration.ts';
import { exchangesText } from './exchange-lines.ts';
import { happeningLine } from './happening.ts';
import { printable, printableLines } from './printable.ts';

/** How wide the column is in which it stands who speaks. */
const column = 11;

/** One entry of a transcript as lines; none for what nobody sees. */
export function entryLines(entry: Entry, paint: Paint, { calls }: { calls: boolean }): string[] {
  switch (entry.kind) {
    case 'consumer-text':
      return spoken('consumer', printableLines(entry.text), paint, unheard(entry.to));
    case 'consumer-click':
      return spoken('consumer', [`▸ ${printable(entry.title)}`], paint, unheard(entry.to));
    case 'consumer-file':
      return spoken('consumer', [`(file ${printable(entry.file.relativePath)})`], paint, unheard(entry.to));
    case 'consumer-rich-content':
      return spoken('consumer', cardLines(entry.content), paint, unheard(entry.to));
    case 'agent-text':
      return spoken('agent', printableLines(entry.text), paint, agentsAside(entry));
    case 'bot-text':
      return spoken('bot', printableLines(entry.text), paint);
    case 'bot-quick-replies':
      return spoken('bot', [...printableLines(entry.text), choicesLine(entry.choices)], paint);
    case 'bot-card':
      return spoken('bot', cardLines(entry.content), paint);
    case 'bot-private-note':
      return spoken('note', printableLines(entry.text), paint, 'for agents');
    case 'connector-text':
      return spoken(
        'connector',
        printableLines(entry.text),
        paint,
        entry.audience === 'agents' ? 'for agents' : '',
      );
    case 'bot-call':
      return callLines(entry, paint, calls);
    case 'bot-dropped':
      return [paint('doubtful', `! dropped: ${printable(entry.finding.message)}`)];
    case 'notice':
      return findingLines(entry.finding, paint);
    case 'error':
      return [
        paint('bad', `✗ ${shortCode(entry.code)}: ${printable(entry.message)}`),
        ...findingsBelow(entry.findings, paint),
      ];
    case 'action':
      return [paint('faint', `· ${happeningLine(entry)}`), ...findingsBelow(entry.findings ?? [], paint)];
    default:
      return [paint('faint', `· ${happeningLine(entry)}`)];
  }
}

function findingsBelow(findings: readonly Finding[], paint: Paint): string[] {
  return indent(findings.flatMap((finding) => findingLines(finding, paint)));
}

function spoken(who: string, lines: readonly string[], paint: Paint, aside = ''): string[] {
  const end = aside === '' ? '' : `  ${paint('faint', `(${aside})`)}`;
  const style = who === 'consumer' ? 'strong' : 'good';
  return lines.map((line, index) => {
    const head = index === 0 ? paint(style, who.padEnd(column)) : ' '.repeat(column);
    return `${head}${line}${index === lines.length - 1 ? end : ''}`;
  });
}

function agentsAside({ agent, to }: Extract<Entry, { kind: 'agent-text' }>): string {
  return [printable(agent), ...(to ? [unheard(to)] : [])].join(', ');
}

/** Where what the consumer did has gone, unless it is to the bot. */
function unheard(to: 'bot' | 'agent' | 'waiting' | 'nobody'): string {
  const asides = { bot: '', agent: 'to the agent', waiting: 'waits', nobody: 'nobody hears it' };
  return asides[to];
}

/** Quick replies side by side. */
function choicesLine(choices: readonly Choice[]): string {
  return choices.map(({ title }) => `[${printable(title)}]`).join(' ');
}

function callLines(entry: Extract<Entry, { kind: 'bot-call' }>, paint: Paint, calls: boolean): string[] {
  const { bot, record, exchanges = [] } = entry;
  if (!calls) return [];
  if (exchanges.length > 0)
    return [paint('faint', `· ${printable(bot)} was asked: ${exchangesText(exchanges)}`)];
  if (!record) return [];
  const { wall, active, projected } = record.timings;
  const times = `${duration(wall)}, ${duration(active)} CPU, ${duration(projected)} projected`;
  const head = paint('faint', `· ${printable(bot)} was called: ${record.outcome}, ${times}`);
  const verdict = { ...record.verdict, findings: callFindings(entry) };
  return [head, ...(verdict.pass ? [] : indent(detailLines({ ...record, verdict }, paint)))];
}
