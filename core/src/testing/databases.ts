interface TestSettings {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

/** Where the tests find Postgres. `make test` starts one and sets these. */
export function testSettings(env = process.env): TestSettings {
  const { POSTGRES_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL } = env;
  if (!POSTGRES_ADMIN_URL || !DATABASE_OWNER_URL || !DATABASE_URL) {
    throw new Error(
      'integration tests need POSTGRES_ADMIN_URL, DATABASE_OWNER_URL and DATABASE_URL: make test',
    );
  }
  return { adminUrl: POSTGRES_ADMIN_URL, ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL };
}

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export const databaseUser = (url: string): string => decodeURIComponent(new URL(url).username);
