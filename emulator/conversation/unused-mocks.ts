import type { Finding } from '../errors.ts';
import { mockName, type Mock } from '../payload/mock/mock.ts';
import type { Script } from './conversation-file.ts';
import type { ConversationResult } from './result.ts';

/** A conversation that was played, and the mocks that nothing in it asked for. */
export interface Played {
  script: Script;
  result: ConversationResult;
  unused: readonly Mock[];
}

/** A mock of a conversation's own that nothing in it asked for. */
export function unusedOwn({
  script: { given, ownMocks },
  unused,
}: Pick<Played, 'script' | 'unused'>): Finding[] {
  const own: readonly unknown[] = (given.mocks ?? []).slice(0, ownMocks);
  return unused.filter((mock) => own.includes(mock)).map((mock) => toFinding(mock, 'no request'));
}

/**
 * Tells of each mock that a file gives to all its conversations and that none of them asked for, at the last of them.
 * Nothing is said of a file that was played in part, or with a conversation that fell short before its end.
 */
export function tellUnusedShared(played: readonly Played[], all: readonly Script[]): void {
  for (const path of new Set(played.map(({ script }) => script.path))) {
    const own = played.filter(({ script }) => script.path === path);
    const scripts = new Set(own.map(({ script }) => script));
    const isWhole = all.every((script) => script.path !== path || scripts.has(script));
    if (!isWhole || own.some(({ result }) => !result.pass)) continue;
    own.at(-1)?.result.warnings.push(...unusedShared(own));
  }
}

function unusedShared([first, ...others]: readonly Played[]): Finding[] {
  if (!first) return [];
  const { given, ownMocks } = first.script;
  const shared: readonly unknown[] = (given.mocks ?? []).slice(ownMocks);
  return first.unused
    .filter((mock) => shared.includes(mock) && others.every(({ unused }) => unused.includes(mock)))
    .map((mock) => toFinding(mock, 'no conversation of this file'));
}

function toFinding(mock: Mock, who: string): Finding {
  return {
    code: 'unused-mock',
    severity: 'warning',
    message: `${who} used the mock ${mockName(mock)}`,
    hint: 'take it out, or find out why the request is not made',
  };
}
