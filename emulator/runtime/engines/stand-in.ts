/** Stands for a whole module: whatever is taken from it, called or constructed is such a thing again. */
export function standIn(): unknown {
  const stand: unknown = new Proxy(function anything() {}, {
    get: (_, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : stand),
    apply: () => stand,
    construct: () => stand as object,
  });
  return stand;
}
