import type { Config } from 'jest';

const transform: Config['transform'] = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

const config: Config = {
  projects: [
    {
      displayName: 'src',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/src'],
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      transform,
      setupFilesAfterEnv: ['<rootDir>/src/jestSetup.ts'],
      testTimeout: 30_000,
      moduleNameMapper: { '\\.css$': 'identity-obj-proxy' },
    },
    {
      displayName: 'repository',
      testEnvironment: 'node',
      roots: ['<rootDir>/.ci'],
      testMatch: ['**/*.spec.ts'],
      transform,
    },
    {
      displayName: 'sandbox',
      testEnvironment: 'node',
      roots: ['<rootDir>/sandbox'],
      testMatch: ['**/*.spec.ts'],
      transform,
    },
    {
      displayName: 'charts',
      testEnvironment: 'node',
      roots: ['<rootDir>/charts'],
      testMatch: ['**/*.spec.ts'],
      transform,
    },
  ],
};

export default config;
