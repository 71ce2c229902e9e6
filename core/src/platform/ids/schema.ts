import { z } from 'zod';

/** A UUID in lower case, as PostgreSQL prints it. */
export const Id = z.uuid().toLowerCase();
