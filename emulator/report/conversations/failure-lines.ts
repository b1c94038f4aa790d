import type { ConversationResult, Failure } from '../../conversation/result.ts';
import type { Paint } from '../colour.ts';
import { findingLines, indent, place, section } from '../details.ts';
import { printable, printableLines } from '../printable.ts';
import { transcriptLines } from '../transcript.ts';

/** Lines of a transcript that a failure shows; its end is what tells most. */
const shown = 60;

/** Everything under a conversation that fell short: each failure, what led to it, then the transcript so far. */
export function failedLines({ failures, transcript }: ConversationResult, paint: Paint): string[] {
  const first = failures[0];
  const turn = first && first.turn > 0 ? [`in turn ${first.turn}, ${first.input}`] : [];
  const lines = transcriptLines(transcript, paint, { calls: true });
  const cut = lines.length > shown ? [paint('faint', `… ${lines.length - shown} lines before`)] : [];
  return [
    ...failures.flatMap((failure) => failureLines(failure, paint)),
    ...turn.flatMap(printableLines),
    ...section('transcript so far', [...cut, ...lines.slice(-shown)]),
  ];
}

/** What is known of a conversation although it passed. */
export function warningLines({ warnings }: ConversationResult, paint: Paint): string[] {
  return warnings.flatMap((finding) => findingLines(finding, paint));
}

/** One failure: what was expected, what there was instead, where that is written, and what to do. */
export function failureLines({ check, expected, actual, where, hint }: Failure, paint: Paint): string[] {
  return [
    paint('bad', `✗ ${check}`),
    ...indent([
      ...labelled('expected', expected, paint),
      ...labelled('actual', actual.length > 0 ? actual : ['nothing'], paint),
      paint('faint', `at ${place(where)}`),
      ...(hint === undefined ? [] : [`→ ${printable(hint)}`]),
    ]),
  ];
}

function labelled(label: string, values: readonly string[], paint: Paint): string[] {
  const style = label === 'expected' ? 'good' : 'bad';
  return values.flatMap(printableLines).map((line, index) => {
    return `${index === 0 ? label.padEnd(10) : ' '.repeat(10)}${paint(style, line)}`;
  });
}
