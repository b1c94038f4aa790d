/** What an import statement binds: `import whole, * as all, { name as local } from …`. */
export interface ImportClause {
  /** Local names of the default import and of the namespace; both stand for the whole of a CommonJS module. */
  whole: string[];
  /** Named imports; `name` is source text and may be a string literal. */
  named: { name: string; local: string }[];
}

const token = /\/\*[^]*?\*\/|\/\/.*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}*,]|[^\s{}*,"'/]+/g;

/** Reads the text between `import` and the module's name; comments in it are dropped. */
export function parseClause(text: string): ImportClause {
  const tokens = (text.match(token) ?? []).filter((part) => !part.startsWith('/'));
  const clause: ImportClause = { whole: [], named: [] };
  for (const { words, braced } of groups(tokens)) {
    const local = words.at(-1) ?? '';
    const name = words[0] ?? '';
    if (!braced || name === 'default') clause.whole.push(local);
    else clause.named.push({ name, local });
  }
  return clause;
}

/** One group of words for each thing imported; the closing `from` belongs to none. */
function groups(tokens: string[]): { words: string[]; braced: boolean }[] {
  const found = [{ words: [] as string[], braced: false }];
  const last = tokens.at(-1) === 'from' ? tokens.length - 1 : tokens.length;
  for (const part of tokens.slice(0, last)) {
    if (part === '{') found.push({ words: [], braced: true });
    else if (part === ',') found.push({ words: [], braced: found.at(-1)?.braced === true });
    else if (part === '}') found.push({ words: [], braced: false });
    else found.at(-1)?.words.push(part);
  }
  return found.filter(({ words }) => words.length > 0);
}

/** The same bindings by `require`; `module` is the module's name as a literal. */
export function renderClause({ whole, named }: ImportClause, module: string): string {
  const loaded = `require(${module})`;
  const [first, ...others] = whole;
  const bindings = named.map(({ name, local }) => (name === local ? name : `${name}: ${local}`));
  const parts = [
    ...(first === undefined ? [] : [`${first} = ${loaded}`]),
    ...others.map((other) => `${other} = ${first}`),
    ...(bindings.length ? [`{ ${bindings.join(', ')} } = ${first ?? loaded}`] : []),
  ];
  return parts.length ? `const ${parts.join(', ')};` : `${loaded};`;
}
