import { builtInNamespaces } from '../platform/context-namespaces.ts';
import type { Clock } from './clock.ts';

/** One property; what has expired counts as gone. */
interface Property {
  value: unknown;
  expires: number;
}

type Session = Map<string, Property>;

interface Namespace {
  createdAt: number | null;
  /** Seconds that a property lives after it was last set; for ever where it is missing (ours: per property). */
  ttl: number | undefined;
  sessions: Map<string, Session>;
}

/** A namespace as the service lists it. */
export interface ListedNamespace {
  name: string;
  createdAt: string;
  ttlSecond?: number;
}

/** What the Context Service keeps: namespaces, in them sessions, in them properties. */
export class ContextStore {
  readonly #clock: Clock;
  readonly #namespaces = new Map<string, Namespace>();

  constructor(clock: Clock) {
    this.#clock = clock;
    for (const name of builtInNamespaces) {
      this.#namespaces.set(name, { createdAt: null, ttl: undefined, sessions: new Map() });
    }
  }

  /** Custom namespaces only: the built-in ones are not listed. */
  namespaces(): ListedNamespace[] {
    return [...this.#namespaces].flatMap(([name, { createdAt, ttl }]) =>
      createdAt === null
        ? []
        : [{ name, createdAt: new Date(createdAt).toISOString(), ...(ttl && { ttlSecond: ttl }) }],
    );
  }

  has(namespace: string): boolean {
    return this.#namespaces.has(namespace);
  }

  /** Whether there was none of the name; one that exists stays as it is. */
  create(namespace: string, ttl?: number): boolean {
    if (this.has(namespace)) return false;
    this.#namespaces.set(namespace, { createdAt: this.#clock.now(), ttl, sessions: new Map() });
    return true;
  }

  /** Sees to it that there is a namespace and that what is set in it from now on lives so long; built-in ones too. */
  define(namespace: string, ttl?: number): void {
    this.create(namespace);
    const defined = this.#namespaces.get(namespace);
    if (defined) defined.ttl = ttl;
  }

  /** Whether there was something to delete; the same for `deleteSession` and `deleteProperty`. */
  delete(namespace: string): boolean {
    return this.#namespaces.delete(namespace);
  }

  set(namespace: string, session: string, properties: Record<string, unknown>): void {
    const home = this.#namespaces.get(namespace);
    if (!home) return;
    const expires = home.ttl === undefined ? Infinity : this.#clock.now() + home.ttl * 1_000;
    const kept = home.sessions.get(session) ?? new Map<string, Property>();
    for (const [name, value] of Object.entries(properties)) kept.set(name, { value, expires });
    home.sessions.set(session, kept);
  }

  /** The live properties of a session; `undefined` where there are none. */
  properties(namespace: string, session: string): Record<string, unknown> | undefined {
    const live = [...(this.#live(namespace).get(session) ?? [])];
    return live.length ? Object.fromEntries(live.map(([name, { value }]) => [name, value])) : undefined;
  }

  /** Sessions that have a live property. */
  sessions(namespace: string): string[] {
    return [...this.#live(namespace).keys()];
  }

  deleteSession(namespace: string, session: string): boolean {
    return this.#live(namespace).delete(session);
  }

  deleteProperty(namespace: string, session: string, property: string): boolean {
    return this.#live(namespace).get(session)?.delete(property) ?? false;
  }

  /** The sessions of a namespace, without what has expired. */
  #live(namespace: string): Map<string, Session> {
    const sessions = this.#namespaces.get(namespace)?.sessions ?? new Map<string, Session>();
    const now = this.#clock.now();
    for (const [id, session] of sessions) {
      for (const [name, { expires }] of session) if (expires <= now) session.delete(name);
      if (session.size === 0) sessions.delete(id);
    }
    return sessions;
  }
}
