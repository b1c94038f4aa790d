/** How many digits a card number has. */
const shortest = 13;
const longest = 19;

/** Digits with at most two spaces, dots or hyphens between them: where a card number may hide. */
const runs = /\p{Nd}(?:[\p{Zs}.-]{0,2}\p{Nd}){12,}/gu;
const separator = /([\p{Zs}.-]{1,2})/u;

/**
 * `text` with `stand` for each card number in it. Other numbers may stand beside it, such as an order's, so every row
 * of groups is tried. What fails the check digit stays; of other numbers as long, one in ten passes it too.
 */
export function withoutCards(text: string, stand: () => string): string {
  return text.replace(runs, (run) => {
    // Every second part is a separator.
    const parts = run.split(separator);
    const groups = parts.filter((_, index) => index % 2 === 0).map(digitsOf);
    let at = 0;
    while (at < groups.length) {
      const length = lengthOfCard(groups, at);
      if (length > 0) parts.fill('', 2 * at, 2 * (at + length) - 1).splice(2 * at, 1, stand());
      at += Math.max(1, length);
    }
    return parts.join('');
  });
}

/** How many groups the card number has that begins at `from`; 0 where none does. */
function lengthOfCard(groups: readonly number[][], from: number): number {
  const digits: number[] = [];
  for (let to = from; to < groups.length; to += 1) {
    digits.push(...(groups[to] ?? []));
    if (digits.length > longest) return 0;
    if (digits.length >= shortest && hasCheckDigit(digits)) return to - from + 1;
  }
  return 0;
}

/** Full-width digits count as plain ones; those of other scripts are NaN, which no check passes. */
function digitsOf(group: string): number[] {
  return Array.from(group.slice(0, 2 * longest).normalize('NFKC'), Number);
}

/** The Luhn check: from the last digit on, every second one counts double, and the sum ends in zero. */
function hasCheckDigit(digits: readonly number[]): boolean {
  const sum = digits.reduce((total, digit, index) => {
    const value = (digits.length - index) % 2 === 0 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
