/** Shorter values stand in texts anyway, such as `true` or a port. */
const shortest = 6;

/** Shorter parts of base64 text may be anybody's. */
const shortestBase64 = 8;

/** What stands for a value in a request: it matches any, so that the recording goes on answering. */
export const inRequest = '*';

/** What stands for a value in an answer: plain enough to be part of a URL. */
export const inAnswer = 'scrubbed';

/** The first word of an Authorization header. */
const scheme = /^(basic|bearer|digest|oauth)$/i;

/** Values that must not be kept, wherever they stand and however they are spelt. */
export class SecretValues {
  readonly #spellings = new Set<string>();
  #sorted: string[] | undefined;
  #sortedNoWords: string[] | undefined;

  /** Learns a text, a number, or every text in an object. */
  learn(value: unknown): void {
    if (typeof value === 'number') return this.#learnText(String(value));
    if (typeof value === 'string') return this.#learnText(value);
    if (typeof value !== 'object' || value === null) return;
    for (const part of Object.values(value)) if (typeof part !== 'number') this.learn(part);
  }

  #learnText(value: string): void {
    if (value.length < shortest || inAnswer.includes(value) || scheme.test(value)) return;
    for (const spelling of spellingsOf(value)) this.#spellings.add(spelling);
    this.#sorted = undefined;
    this.#sortedNoWords = undefined;
  }

  /** The text with each value replaced. */
  replaceIn(text: string, by: string): string {
    return without(this.#longestFirst(), text, by);
  }

  /** The name of a field with each value replaced. A password that is a word says nothing there. */
  replaceInName(name: string, by: string): string {
    return without(this.#noWords(), name, by);
  }

  /** Whether the text holds one of the values. */
  standIn(text: string): boolean {
    return this.#longestFirst().some((spelling) => text.includes(spelling));
  }

  /** Whether the text of a whole recording, which has names too, holds one of the values. */
  remainIn(text: string): boolean {
    return this.#noWords().some((spelling) => text.includes(spelling));
  }

  #noWords(): string[] {
    return (this.#sortedNoWords ??= this.#longestFirst().filter((spelling) => !/^[a-z]+$/i.test(spelling)));
  }

  /** A value may be part of another. */
  #longestFirst(): string[] {
    return (this.#sorted ??= [...this.#spellings].toSorted((one, other) => other.length - one.length));
  }
}

function without(spellings: readonly string[], text: string, by: string): string {
  return spellings.reduce((clean, spelling) => clean.replaceAll(spelling, by), text);
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
