import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A new UUIDv7 (RFC 9562): unique, and in the order of making within this process, also when the clock is set back. */
export const newId = (): string => v7();

/** Whether the text is a UUID of any version, so that an unknown id is "not found" and never a database error. */
export const isId = (text: string): boolean => validate(text);

/** A UUID in lower case, as PostgreSQL prints it. */
export const Id = z.uuid().toLowerCase();
