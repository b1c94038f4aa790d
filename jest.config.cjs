module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/test/transform.cjs' },
  testTimeout: 60_000,
  // One less than the cores is jest's own choice: on two cores, one file after the other.
  maxWorkers: '100%',
};
