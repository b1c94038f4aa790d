import { styleText } from 'node:util';

/** What colours are used for. */
export type Style = 'good' | 'bad' | 'doubtful' | 'faint' | 'strong';

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

const formats = {
  good: 'green',
  bad: 'red',
  doubtful: 'yellow',
  faint: 'dim',
  strong: 'bold',
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>;

/** The caller has decided on colours, so styleText must not look at the stream again. */
const decided = { validateStream: false };

/** A brush that paints only when `colour` says so. */
export function brush(colour: boolean): Paint {
  return colour ? (style, text) => styleText(formats[style], text, decided) : (_, text) => text;
}
