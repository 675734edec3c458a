export default {
  testEnvironment: 'node',
  // jest leaves a core free by default, which on two cores is half of the machine
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What needs more than Node runs where it is told of: npm run test:s3, npm run test:deployed.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.S3_ENDPOINT ? [] : ['\\.server\\.test\\.ts$']),
    ...(process.env.LAMBDA_BUNDLES ? [] : ['\\.deployed\\.test\\.ts$']),
  ],
  globalSetup: '<rootDir>/test/temporary-folder.mjs',
  globalTeardown: '<rootDir>/test/remove-temporary-folder.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
}
