// Node reads more certificates at every start, for 40 ms, and the tests start a thousand processes.
delete process.env['NODE_EXTRA_CA_CERTS'];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // jose comes as ES modules alone, which jest does not load on Node 20.
  transform: { '\\.ts$|/node_modules/jose/': '<rootDir>/test/transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  // What hangs shall end, and no more: a machine may be many times slower, or busy.
  testTimeout: 180_000,
  // One less than the cores is jest's own choice: on two cores, one file after the other.
  maxWorkers: '100%',
};
