/** Made when the first text needs it: that takes 20 ms, and most texts are plain. */
let segmenter: Intl.Segmenter | undefined;

/** Letters of East Asian scripts and their full-width forms, and what is shown as an emoji: two columns each. */
const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

const ascii = /^[ -~]*$/;

/** How many columns of a terminal printable text takes. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const segment of segmentsOf(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** What a reader takes for one character each. */
export function segmentsOf(text: string): string[] {
  if (ascii.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** `text` filled up with spaces to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + gap : gap + text;
}
