const { transformSync } = require('esbuild');

/** Jest transformer: types are checked by tsc, so tests only need them stripped. */
module.exports = {
  process(source, file) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: true,
      sourcefile: file,
      supported: { 'dynamic-import': false },
    });
    return { code, map };
  },
};
