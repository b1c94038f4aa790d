import { EmulatorError } from '../../errors.ts';
import { child, formatPath, isObject, type Path } from '../document/path.ts';

/** One `path=value` of the command line. */
export interface Assignment {
  path: Path;
  value: unknown;
}

/** Keys that reach the prototype of every object. */
const poison = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads `context.lpEvent.event.message=hi` or `messages[0]=1`: the value is JSON where it is JSON, else text.
 * Throws `bad-usage` for anything else, and for a key that reaches a prototype.
 */
export function parseSet(text: string): Assignment {
  const at = text.indexOf('=');
  const written = text.slice(0, at);
  if (at < 1 || !/^[^.[\]]+(\.[^.[\]]+|\[\d+\])*$/.test(written)) {
    throw usage(
      `--set ${text}: not a path and a value`,
      'write it like --set context.lpEvent.event.message=hi',
    );
  }
  const path = [...written.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );
  const bad = path.find((key) => poison.includes(String(key)));
  if (bad !== undefined) throw usage(`--set ${written}: "${bad}" is no key of a payload`, 'set another key');
  return { path, value: json(text.slice(at + 1)) };
}

/** A copy of `value` with the assignment done; objects and lists on the way are made where there is nothing. */
export function applySet(value: unknown, assignment: Assignment): unknown {
  return assign(value, assignment, 0);
}

function assign(value: unknown, { path, value: wanted }: Assignment, depth: number): unknown {
  const key = path[depth];
  if (key === undefined) return wanted;
  const next = (there: unknown) => assign(there, { path, value: wanted }, depth + 1);
  if (Array.isArray(value) || (value === undefined && typeof key === 'number')) {
    const list: unknown[] = Array.isArray(value) ? value : [];
    const index = indexIn(list, key, path.slice(0, depth + 1));
    return list.toSpliced(index, 1, next(list[index]));
  }
  if (value !== undefined && value !== null && !isObject(value)) {
    const there = formatPath(path.slice(0, depth));
    throw usage(
      `--set ${formatPath(path)}: ${there || 'the payload'} is ${JSON.stringify(value)} and has no keys`,
      there ? `set ${there} itself` : 'give another one with --payload',
    );
  }
  return { ...value, [key]: next(child(value, key)) };
}

function indexIn(list: readonly unknown[], key: string | number, path: Path): number {
  const index = /^\d+$/.test(String(key)) ? Number(key) : NaN;
  if (index <= list.length) return index;
  const entries = list.length === 1 ? '1 entry' : `${list.length} entries`;
  throw usage(
    `--set ${formatPath(path)}: the list has ${entries}, so there is no "${key}"`,
    `the next free index is ${list.length}`,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function usage(message: string, hint: string): EmulatorError {
  return new EmulatorError({ code: 'bad-usage', message, hint });
}
