/** Shorter values stand in texts anyway, such as `true` or a port. */
const shortest = 6;

/** Shorter parts of base64 text may be anybody's. */
const shortestBase64 = 8;

/** Values that must not be kept, wherever they stand and however they are spelt. */
export class SecretValues {
  readonly #spellings = new Set<string>();
  #sorted: string[] | undefined;

  /** Learns every text in `value`. */
  learn(value: unknown): void {
    if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) this.learn(part);
    if (typeof value !== 'string' || value.length < shortest) return;
    for (const spelling of spellingsOf(value)) this.#spellings.add(spelling);
    this.#sorted = undefined;
  }

  /** The text with each value replaced. */
  replaceIn(text: string, by: string): string {
    let clean = text;
    for (const spelling of this.#longestFirst()) clean = clean.replaceAll(spelling, by);
    return clean;
  }

  /** Whether the text holds one of the values. */
  standIn(text: string): boolean {
    return this.#longestFirst().some((spelling) => text.includes(spelling));
  }

  /** A value may be part of another. */
  #longestFirst(): string[] {
    return (this.#sorted ??= [...this.#spellings].toSorted((one, other) => other.length - one.length));
  }
}

function spellingsOf(value: string): string[] {
  // By way of its bytes: half a surrogate pair cannot be encoded.
  const whole = Buffer.from(value).toString();
  const form = new URLSearchParams({ v: whole }).toString().slice(2);
  const inJson = JSON.stringify(value).slice(1, -1);
  return [value, inJson, encodeURI(whole), encodeURIComponent(whole), form, ...inBase64(whole)];
}

/** As part of a longer text the same bytes are spelt in three ways, by where in a group of three they begin. */
function inBase64(text: string): string[] {
  const parts = [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const whole = Math.floor(bytes.length / 3) * 4;
    return bytes.toString('base64').slice(offset === 0 ? 0 : 4, whole);
  });
  const long = parts.filter((part) => part.length >= shortestBase64);
  return long.flatMap((part) => [part, part.replaceAll('+', '-').replaceAll('/', '_')]);
}
