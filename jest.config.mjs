export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What needs a server beside Node runs where one is told of: npm run test:s3.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.S3_ENDPOINT ? [] : ['\\.server\\.test\\.ts$'])],
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
