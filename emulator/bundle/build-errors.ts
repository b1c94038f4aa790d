import { builtinModules } from 'node:module';
import type { Message } from 'esbuild';
import type { Finding, Where } from '../errors.ts';
import { generations } from '../platform/generations.ts';
import { builtins, libraries, libraryAround, successors, toolbelt } from '../platform/modules.ts';
import { didYouMean } from '../platform/suggest.ts';
import { handlerOwner } from './handler.ts';
import { shownInput } from './shown-path.ts';
import { isMapped } from './tsconfig.ts';

/** Where esbuild's message points; its columns count bytes from 0, ours characters from 1. */
function place({ location }: Message): Where | undefined {
  if (!location) return undefined;
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return { file: shownInput(location.file), line: location.line, column: before.length + 1 };
}

const unresolved = /^Could not resolve "(.*)"/;

/** The function that a message of esbuild's is about: owner of the virtual module or of the folder; `null` if shared. */
export function owner({ location }: Message): string | null {
  if (!location) return null;
  return (
    handlerOwner(location.file) ??
    /^functions\/(\w+)\//.exec(location.file.replaceAll('\\', '/'))?.[1] ??
    null
  );
}

/** Whether the message says that the source exports no `lambda`; esbuild only warns when it exports nothing at all. */
export function saysNoHandler({ id, location, text }: Message): boolean {
  if (!location || handlerOwner(location.file) === null) return false;
  return id === 'import-is-undefined' || text.startsWith('No matching export');
}

/** One complaint of esbuild's about the project at `root`, in our words. */
export function toFinding(message: Message, root: string): Finding {
  const where = place(message);
  const name = unresolved.exec(message.text)?.[1];
  return {
    ...(name === undefined ? explain(message.text) : explainUnresolved(name, root)),
    severity: 'error',
    ...(where && { where }),
  };
}

type Explained = Pick<Finding, 'code' | 'message' | 'hint'>;

function explain(text: string): Explained {
  if (text.startsWith('Top-level await')) {
    return {
      code: 'top-level-await',
      message: 'await at the top level, where no function of yours runs yet',
      hint: 'move it into lambda, or into a function that lambda awaits',
    };
  }
  if (/^(No matching export|No loader|Cannot use)/.test(text)) {
    return {
      code: 'unresolved-import',
      message: text,
      hint: 'import something that the file exports, from a .ts, .js or .json file',
    };
  }
  return { code: 'syntax-error', message: text, hint: 'correct the source at this place' };
}

function explainUnresolved(name: string, root: string): Explained {
  const code = 'unresolved-import';
  if (/^[./]/.test(name)) return { code, message: `"${name}" leads to no file`, hint: 'correct the path' };
  if (isMapped(root, name)) {
    return {
      code,
      message: `"${name}" is mapped in tsconfig.json, and neither its "paths" nor its "baseUrl" is followed`,
      hint: 'import the file by its relative path; a package of that name would be somebody else’s',
    };
  }
  const offering = generations.filter((generation) => libraries[generation].includes(name));
  if (offering.length) {
    return {
      code,
      message: `"${name}" is provided by the platform on ${offering.join(' and ')} only, and is not installed here`,
      hint:
        successors[name] ??
        `install it, so that it is inlined where the platform lacks it: npm install ${name}`,
    };
  }
  const around = generations.filter((generation) => libraryAround(name, generation) !== undefined);
  const whole = around[0] && libraryAround(name, around[0]);
  if (whole !== undefined) {
    return {
      code,
      message: `"${name}" is not installed here, and the platform provides "${whole}" as a whole only, on ${around.join(' and ')}`,
      hint:
        successors[whole] ??
        `import from "${whole}", or install it, so that the path is inlined: npm install ${whole}`,
    };
  }
  const known = [
    ...Object.values(toolbelt),
    ...Object.values(libraries).flat(),
    ...builtins,
    ...builtinModules,
  ];
  return {
    code,
    message: `"${name}" is neither installed nor provided by the platform.${didYouMean(name, known)}`,
    hint: `install it, so that it is inlined: npm install ${name}`,
  };
}
