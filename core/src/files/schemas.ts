import { z } from 'zod';
import { says } from '../platform/errors';
import { Id } from '../platform/ids';

/** What files can belong to. */
export const fileSubjects = ['order', 'customer'] as const;
export type FileSubject = (typeof fileSubjects)[number];

export const fileStates = ['pending', 'ready', 'deleted'] as const;

export const RequestUploadInput = z.strictObject({
  subjectType: z.enum(fileSubjects),
  subjectId: Id,
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    // Nothing that leads elsewhere, and nothing that lets a name read backwards.
    .transform((name) => name.replace(/[\\/\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '_')),
  bytes: z.number().int().min(1, says('file-empty')),
});
export type RequestUploadInput = z.input<typeof RequestUploadInput>;

export const ListFilesInput = z.strictObject({
  subjectType: z.enum(fileSubjects).optional(),
  subjectId: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type ListFilesInput = z.input<typeof ListFilesInput>;

export interface FileDto {
  id: string;
  subjectType: FileSubject;
  subjectId: string;
  name: string;
  contentType: string;
  /** Size in bytes. */
  bytes: string;
  sha256: string | null;
  state: (typeof fileStates)[number];
  createdAt: string;
}

/** Where the browser sends the bytes, and with which headers. */
export interface UploadTicket {
  file: FileDto;
  upload: { url: string; method: 'PUT'; headers: Record<string, string> };
}
