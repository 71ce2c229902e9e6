import type pg from 'pg';
import type { PrismaClient } from '../../generated/prisma/client';
import { prismaOf } from '../db/prisma';
import { statementName, type Sql } from '../db/sql';

/** Plans each statement once per connection, whatever its parameters. */
export const PLAN_ONCE = 'set local plan_cache_mode to force_generic_plan';

/** Sends statements without waiting for them; a failure shows in the statements after them. */
export function sendAhead(client: pg.PoolClient, statements: string): void {
  client.query(statements).catch(() => undefined);
}

/** One open transaction of one company: Prisma for entities, plain SQL where a set is the point. */
export class Tx {
  private readonly whenCommitted: (() => void)[] = [];
  private hot = false;
  private plansOnce = false;

  constructor(private readonly client: pg.PoolClient) {}

  get db(): PrismaClient {
    return prismaOf(this.client);
  }

  /** Runs one prepared statement and returns its rows. bigint columns are bigint, numerics and dates text. */
  async query<Row extends object>(statement: Sql): Promise<Row[]> {
    return (await this.send<Row>(statement)).rows;
  }

  /** Runs one prepared statement and returns how many rows it changed. */
  async execute(statement: Sql): Promise<number> {
    return (await this.send(statement)).rowCount ?? 0;
  }

  /** Something quick to do once the transaction has been committed; lost when it is rolled back. */
  afterCommit(callback: () => void): void {
    this.whenCommitted.push(callback);
  }

  /** Says that what follows costs as much to plan as to run: it is planned once per connection. */
  planOnce(): void {
    if (!this.plansOnce) sendAhead(this.client, PLAN_ONCE);
    this.plansOnce = true;
  }

  /** Says that others wait for a row that this transaction has locked: its locks go before the disk has answered. */
  letGoEarly(): void {
    this.hot = true;
  }

  /** Whether locks are to be let go before the disk has answered (ADR 0013). */
  get letsGoEarly(): boolean {
    return this.hot;
  }

  committed(): void {
    for (const callback of this.whenCommitted) callback();
  }

  private send<Row extends object>(statement: Sql): Promise<pg.QueryResult<Row>> {
    const text = statement.text;
    return this.client.query<Row>({ name: statementName(text), text, values: statement.values });
  }
}
