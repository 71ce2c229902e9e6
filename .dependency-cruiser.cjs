// The import rules of the architecture. Each message says what to do instead.

// core/src/<feature>/…: everything but the parts that every feature stands on.
const feature = '^core/src/(?!platform/|generated/|testing/)([^/]+)/';
const tests = '\\.test\\.tsx?$|/testing/|^web/e2e/';
// The files of a feature that others may import: its door for servers, and the ones that browsers read too.
const doors = '/(index|schemas|states|totals|policy|jobs)\\.ts$';
const browserSafe =
  '^core/src/[^/]+/(schemas|states|totals|policy)\\.ts$|^core/src/platform/(money|time|ids)/(?!.*\\.test\\.ts$)';
const serverSide =
  '^core/src/platform/(db|tx|tenancy|config|log|queues|cache|storage|outbox|audit|metrics|migrate|secrets)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'faces-stay-apart',
      comment:
        'web and worker never import each other: move what both need into core, or send a job through the outbox.',
      severity: 'error',
      from: { path: '^(web|worker)/' },
      to: { path: '^(web|worker)/', pathNot: '^$1/' },
    },
    {
      name: 'core-knows-no-face',
      comment: 'core imports neither web nor worker: let the face call a verb of core.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(web|worker)/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment:
        'platform imports no feature: pass what it needs as an argument, or move the code into the feature.',
      severity: 'error',
      from: { path: '^core/src/platform/', pathNot: tests },
      to: { path: feature },
    },
    {
      name: 'features-use-doors',
      comment:
        'One feature reaches another only through its index.ts (or its browser-safe schemas, states, totals, policy, and jobs): export what you need there.',
      severity: 'error',
      from: { path: feature, pathNot: tests },
      to: { path: feature, pathNot: [`^core/src/$1/`, doors] },
    },
    {
      name: 'platform-has-doors',
      comment: 'Import a platform module through its index.ts: export what you need there.',
      severity: 'error',
      from: { path: feature, pathNot: tests },
      to: { path: '^core/src/platform/[^/]+/', pathNot: '^core/src/platform/[^/]+/index\\.ts$' },
    },
    {
      name: 'faces-use-doors',
      comment:
        'web and worker import core through @countinghouse/core/<feature> and its browser-safe files: export what you need there.',
      severity: 'error',
      from: { path: '^(web|worker)/' },
      to: { path: '^core/', pathNot: ['^core/src/[^/]+' + doors, '^core/src/platform/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      comment:
        'Files import each other in a circle: the way back between features is an outbox event; inside one, take the shared part into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'browser-safe-without-node',
      comment:
        'schemas, states, totals, policy and money, time, ids run in the browser: no Node module may be reached from them.',
      severity: 'error',
      from: { path: browserSafe },
      to: {
        reachable: true,
        path: '^(node:)?(fs|path|os|crypto|stream|http|https|net|tls|zlib|child_process|worker_threads|async_hooks|util|url|buffer|events|module)(/|$)|node_modules/(pg|ioredis|bullmq|minio|pino|prom-client|@prisma|@node-rs)/',
      },
    },
    {
      name: 'browser-safe-without-server',
      comment:
        'schemas, states, totals, policy and money, time, ids run in the browser: move what needs the database, settings or storage into a verb.',
      severity: 'error',
      from: { path: browserSafe },
      to: { reachable: true, path: serverSide },
    },
    {
      name: 'core-without-faces-packages',
      comment:
        'core runs in web, worker and command line alike: no Next, React, Playwright or server-only in it. Put it into the face and pass the result in.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: 'node_modules/(next|next-auth|next-intl|react|react-dom|playwright|playwright-core|@playwright|server-only)/',
      },
    },
    {
      name: 'web-knows-no-tables',
      comment: 'web reaches the database only through verbs of core: call one, or add one.',
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: { path: '^core/src/generated/|node_modules/(@prisma|pg)/' },
    },
    {
      name: 'server-only-in-its-place',
      comment: 'server-only belongs into the web alone: core and worker are servers anyway.',
      severity: 'error',
      from: { pathNot: '^web/src/(server|app)/' },
      to: { path: 'node_modules/server-only/' },
    },
    {
      name: 'imports-exist',
      comment:
        'This import cannot be resolved: check the path, and that the package is in the package.json of its workspace.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'The package is not declared in the package.json of this workspace: add it there.',
      severity: 'error',
      from: { pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web|worker)/(\\.next|dist)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: `${__dirname}/web/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'require', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
    cache: false,
  },
};
