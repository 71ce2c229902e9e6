import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['{core,worker,web,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/dist/**', '**/*.int.test.ts', 'web/e2e/**'],
        },
      },
      {
        test: {
          name: 'integration',
          // Own workers, after the unit tests, when both run for the coverage.
          sequence: { groupOrder: 1 },
          include: ['{core,worker,web}/**/*.int.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/dist/**'],
          globalSetup: ['core/src/testing/global-setup.ts'],
          setupFiles: ['core/src/testing/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['core/src/**/*.ts'],
      exclude: [
        'core/src/generated/**',
        'core/src/**/*.test.ts',
        'core/src/**/testing/**',
        'core/src/platform/storage/contract/**',
      ],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
