/** Levels of flow brackets, and columns of indentation, that are let through; no payload has a tenth of them. */
const deepest = 250;

/**
 * Where a YAML text starts to be nested deeper than is safe to parse, `null` for a good one. The parser recurses, and a
 * stack that is nearly used up can take the whole process down: V8 aborts when it has to compile a regular expression
 * there. So this counts brackets and indentation before anything is parsed, quotes or not: that is quick and errs on
 * the safe side.
 */
export function tooDeepAt(text: string): number | null {
  return tooManyBrackets(text) ?? tooFarIn(text);
}

function tooManyBrackets(text: string): number | null {
  let level = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    level = bracket === '[' || bracket === '{' ? level + 1 : Math.max(0, level - 1);
    if (level > deepest) return index;
  }
  return null;
}

/** Lists and keys of a block can all stand in one line: `- - - x`. */
function tooFarIn(text: string): number | null {
  for (const { 0: indentation, index } of text.matchAll(/^(?:[?-](?=[ \t])|[ \t])+/gm)) {
    if (indentation.length > deepest) return index;
  }
  return null;
}
