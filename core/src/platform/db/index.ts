export { isUniqueViolation } from './faults';
export { isoInstant } from './instants';
export { closeDb, pool } from './pool';
export { empty, join, raw, sql, type Sql } from './sql';
export { Prisma, type PrismaClient } from '../../generated/prisma/client';
export { inline } from './inline';
