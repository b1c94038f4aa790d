/** What is taken out of texts, and what stands there instead. */
interface Taken {
  text: string;
  instead: string;
}

/**
 * `text` without the beginnings of values, of `shortest` characters and more, with which a quotation in it is cut: `…`
 * stands behind them.
 */
export function withoutBeginnings(text: string, values: readonly Taken[], shortest: number): string {
  if (!text.includes('…')) return text;
  return values
    .map(({ text: value, instead }) => ({ cut: cutIn(text, value, shortest), instead }))
    .filter(({ cut }) => cut !== '')
    .toSorted((one, other) => other.cut.length - one.cut.length)
    .reduce((clean, { cut, instead }) => clean.replaceAll(cut, instead), text);
}

/** The longest beginning of `value` that is cut in `text`; empty where there is none. */
function cutIn(text: string, value: string, shortest: number): string {
  for (let length = value.length - 1; length >= shortest; length -= 1) {
    const cut = `${value.slice(0, length)}…`;
    if (text.includes(cut)) return cut;
  }
  return '';
}
