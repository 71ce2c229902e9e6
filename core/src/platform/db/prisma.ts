import { EventEmitter } from 'node:events';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../generated/prisma/client';

const savepoints: Record<string, string> = {
  BEGIN: 'SAVEPOINT prisma_step',
  COMMIT: 'RELEASE SAVEPOINT prisma_step',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT prisma_step',
};

type Statement = { text: string } & Record<string, unknown>;

/**
 * Shows one connection to Prisma as if it were a pool of its own, so that Prisma's statements and plain SQL
 * share a transaction. A transaction that Prisma wants for a nested write becomes a savepoint of ours.
 */
function poolOfOne(client: pg.PoolClient): pg.Pool {
  const facade = Object.create(pg.Pool.prototype) as pg.Pool & { release: () => void };
  EventEmitter.call(facade);
  const query = (statement: Statement | string) => {
    if (typeof statement === 'string') return client.query(statement);
    return client.query({ ...statement, text: savepoints[statement.text] ?? statement.text });
  };
  Object.assign(facade, {
    options: {},
    query,
    connect: () => Promise.resolve(facade),
    release: () => undefined,
    end: () => Promise.resolve(),
  });
  return facade;
}

const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/** The Prisma client of one connection; made when first used and kept as long as the connection. */
export function prismaOf(client: pg.PoolClient): PrismaClient {
  let prisma = clients.get(client);
  if (!prisma) {
    prisma = new PrismaClient({ adapter: new PrismaPg(poolOfOne(client)), log: [] });
    clients.set(client, prisma);
  }
  return prisma;
}
