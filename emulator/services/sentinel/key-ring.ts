import { makeKey, type SigningKey } from './signing-key.ts';

/** A key, and when the last of its tokens expires, in epoch seconds. */
interface Held {
  key: SigningKey;
  until: number;
}

/** The keys of one Sentinel: the first signs, the others stay known for as long as their tokens hold. */
export class KeyRing {
  #held: Promise<Held[]> | undefined;

  /** The key for a token that expires at `until`, in epoch seconds. */
  async signer(until: number): Promise<SigningKey> {
    const [current] = await this.#all();
    if (!current) throw new Error('a ring always holds a key');
    current.until = Math.max(current.until, until);
    return current.key;
  }

  /** Puts a new key in front; with `retire` the others are forgotten at once, and their tokens with them. */
  async rotate({ retire = false }: { retire?: boolean } = {}): Promise<void> {
    const [fresh, held] = await Promise.all([makeKey(), this.#all()]);
    held.splice(0, retire ? held.length : 0, { key: fresh, until: 0 });
  }

  /** The keys that are known at `now`, in epoch seconds; the first is made where there is none. */
  async published(now: number): Promise<SigningKey[]> {
    return knownAt(now, await this.#all());
  }

  /** The key called `kid` where it is known at `now`; none is made for it. */
  async find(kid: unknown, now: number): Promise<SigningKey | undefined> {
    const { firstKeyIfMade } = await import('./first-key.ts');
    if (!this.#held && !(await firstKeyIfMade())) return undefined;
    return (await this.published(now)).find((key) => key.kid === kid);
  }

  #all(): Promise<Held[]> {
    return (this.#held ??= begin());
  }
}

async function begin(): Promise<Held[]> {
  const { firstKey } = await import('./first-key.ts');
  return [{ key: await firstKey(), until: 0 }];
}

function knownAt(now: number, held: readonly Held[]): SigningKey[] {
  return held.filter(({ until }, index) => index === 0 || now < until).map(({ key }) => key);
}
