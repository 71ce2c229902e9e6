import pg from 'pg';

const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

async function createMissing(owner: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`create role ${pg.escapeIdentifier(role)} ${attributes}`);
}

async function join(owner: pg.Client, member: string, group: string): Promise<void> {
  const { rows } = await owner.query<{ joined: boolean }>(
    `select exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid
                    join pg_roles u on u.oid = m.member where g.rolname = $2 and u.rolname = $1) as joined`,
    [member, group],
  );
  if (rows[0]?.joined) return;
  await owner.query(`grant ${pg.escapeIdentifier(group)} to ${pg.escapeIdentifier(member)}`);
}

/**
 * Makes the roles that the migrations speak of. The application's role must not inherit: what the system role
 * may see, it gets only by `set role` in the few transactions that need it.
 */
export async function prepareRoles(owner: pg.Client, appUrl: string): Promise<void> {
  const app = roleOf(appUrl);
  const password = pg.escapeLiteral(decodeURIComponent(new URL(appUrl).password));
  await createMissing(owner, 'countinghouse_system', 'nologin');
  await createMissing(owner, 'countinghouse_search', 'nologin');
  await createMissing(owner, app, `login noinherit password ${password}`);
  const { rows } = await owner.query<{ me: string }>('select current_user as me');
  const me = rows[0]?.me ?? '';
  await join(owner, app, 'countinghouse_system');
  await join(owner, me, 'countinghouse_search');
}

/** Grants the tables to the application's role and to the system role; row-level security does the rest. */
export async function grantTables(owner: pg.Client, appUrl: string): Promise<void> {
  const app = pg.escapeIdentifier(roleOf(appUrl));
  await owner.query(`
    grant usage on schema public to ${app}, countinghouse_system, countinghouse_search;
    grant select, insert, update, delete on all tables in schema public to ${app};
    revoke update, delete, truncate on audit_log from ${app};
    revoke all on _prisma_migrations from ${app};
    grant select on _prisma_migrations to ${app};
  `);
}

/**
 * Lets every session of the application's role think in UTC, whatever zone the server is in. The role's own
 * default, because a pooler in front may drop what a connection asks for at its start.
 */
export async function keepUtc(appUrl: string): Promise<void> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  try {
    const { rowCount } = await app.query(
      `select 1 from pg_roles where rolname = current_user and 'TimeZone=UTC' = any(rolconfig)`,
    );
    if (rowCount === 0) await app.query(`alter role current_user set timezone to 'UTC'`);
  } finally {
    await app.end();
  }
}
