import { isSame, type Replay, type ReplayedTurn } from '../../conversation/transcript/replay.ts';
import { brush, type Paint } from '../colour.ts';
import { counted } from '../../platform/counted.ts';
import { indent, section } from '../details.ts';
import { differenceTable } from '../differences.ts';
import { printable, printableLines } from '../printable.ts';
import { transcriptLines } from '../transcript.ts';
import { secretLines } from './secrets.ts';

/** A replay for people: turn by turn whether the bot did the same, and what it did where it did not. */
export function replayReport(replay: Replay, { colour }: { colour: boolean }): string {
  const paint = brush(colour);
  const lines = replay.turns.flatMap((turn, index) =>
    turnLines(turn, replay.transcript.turns[index]?.entries, paint),
  );
  const secrets = secretLines(replay.transcript.given, paint);
  return `${[...secrets, ...lines, '', closing(replay, paint)].join('\n')}\n`;
}

function turnLines(
  { turn, input, outcome, differences, reason = '' }: ReplayedTurn,
  entries: Parameters<typeof transcriptLines>[0] | undefined,
  paint: Paint,
): string[] {
  const marks = {
    same: paint('good', '✓ same'),
    skipped: paint('faint', '· not compared'),
    different: paint('bad', '✗ different'),
    impossible: paint('bad', '✗ cannot be played'),
  };
  return [
    `${marks[outcome]}  turn ${turn}, ${printable(input)}`,
    ...indent([
      ...differenceTable(differences, ['then', 'now'], paint).lines,
      ...(reason === '' ? [] : printableLines(reason)),
      ...(outcome === 'different' ? section('this time', transcriptLines(entries ?? [], paint)) : []),
    ]),
  ];
}

function closing({ turns }: Replay, paint: Paint): string {
  const compared = turns.filter(({ outcome }) => outcome !== 'skipped').length;
  if (isSame({ turns })) return paint('good', `✓ the same in ${counted(compared, 'turn')}`);
  const wrong = turns.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'same').length;
  return paint('bad', `✗ different in ${wrong} of ${counted(compared, 'turn')}`);
}
