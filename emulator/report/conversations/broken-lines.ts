import type { BrokenFile } from '../../conversation/result.ts';
import type { Paint } from '../colour.ts';
import { findingLines, indent } from '../details.ts';
import { printable } from '../printable.ts';

/** A conversation file that cannot be used, with all that is wrong with it. */
export function brokenLines({ file, findings }: BrokenFile, paint: Paint): string[] {
  return [
    `${paint('bad', '✗')} ${paint('strong', printable(file))}  cannot be used`,
    ...indent(findings.flatMap((finding) => findingLines(finding, paint))),
  ];
}
