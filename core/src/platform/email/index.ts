import { z } from 'zod';

/** RFC 5321 allows no longer path. */
const MAX_LENGTH = 254;

/** An e-mail address as it is stored and compared: trimmed and in lower case. */
export const EmailAddress = z.string().trim().toLowerCase().max(MAX_LENGTH).pipe(z.email());
