import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/e2e/**'];
const plainScripts = ['**/*.mjs', '**/*.cjs'];

const readsEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read settings through config() of platform/config; a new setting goes into its settings.ts.',
};

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
};

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/.next/',
    // A page for comparison, built apart; JSX in plain JavaScript.
    'scripts/bench/bare-next/',
    '**/dist/',
    '.data/',
    'core/src/generated/',
    '**/next-env.d.ts',
    'coverage/',
    'web/public/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size,
      'no-restricted-syntax': ['error', readsEnvironment],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `async` without `await` is how a verb or a handler keeps the type that its callers expect.
      '@typescript-eslint/require-await': 'off',
      // Spreads of template rows and ids of branded types read better as they are.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@prisma/|generated/prisma',
              message: 'web knows no tables: call a verb of core, or add one.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['core/src/platform/config/**', '**/*.config.ts', ...tests],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // Markup is long and plain: what a reader follows in a component is its state, above the first tag.
  {
    files: ['web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 140, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: tests,
    rules: {
      // A suite of one feature stays in one file: tables of cases are long.
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      // expect.any() is any, and expect(spy.method) takes methods by name.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Belongs to no package and so to no tsconfig.
  { files: ['vitest.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: plainScripts,
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'URL',
          'Buffer',
          'AbortController',
          'AbortSignal',
          '__dirname',
          'setInterval',
          'clearInterval',
          'setTimeout',
          'clearTimeout',
          'performance',
          'module',
          'require',
          'Response',
          'Headers',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      ...size,
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
