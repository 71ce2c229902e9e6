import { v7, validate } from 'uuid';
import { z } from 'zod';

/** A new UUIDv7: unique, and in the order of making within this process. */
export const newId = (): string => v7();

export const isId = (text: string): boolean => validate(text);

export const Id = z.uuid();
