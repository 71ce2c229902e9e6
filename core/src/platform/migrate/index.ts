import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { grantTables, keepUtc, prepareRoles } from './roles';

const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

const schemaFiles = () => {
  const folder = join(prismaFolder, 'schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
};

const baseDir = join(prismaFolder, 'migrations');

const migrationNames = () =>
  readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function migrationsList() {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Prisma's schema engine as WebAssembly: the official one, without a native binary to download. */
async function withSchemaEngine<Result>(
  connectionString: string,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
  const bound = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  bound.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as (() => void) | undefined)?.();

  const pool = new pg.Pool({ connectionString, max: 1 });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter cuts scripts at semicolons, which breaks functions; Postgres reads a whole script itself.
    adapter.executeScript = async (script) => void (await pool.query(script));
    return adapter;
  };
  try {
    const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    return await work(await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter));
  } finally {
    await pool.end();
  }
}

/** The SQL that would bring an empty database to the schema files; for writing a new migration. */
export async function schemaSql(ownerUrl: string): Promise<string> {
  const { stdout } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return stdout ?? '';
}

/** Whether every migration of this version has been applied to its end: then the engine need not start, which takes seconds. */
async function isUpToDate(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  );
  if (!rows[0]?.there) return false;
  const { rows: finished } = await owner.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  );
  const names = new Set(finished.map(({ name }) => name));
  return migrationNames().every((name) => names.has(name));
}

async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters }),
  );
  return appliedMigrationNames;
}

/**
 * Applies the migrations that are missing and grants the application's role what it needs. A second run does
 * nothing; two runs at a time wait for each other.
 * @returns the names of the migrations applied
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(7262001)');
    await prepareRoles(owner, appUrl);
    const applied = (await isUpToDate(owner)) ? [] : await applyMigrations(ownerUrl);
    await grantTables(owner, appUrl);
    await keepUtc(appUrl);
    return applied;
  } finally {
    await owner.end();
  }
}
