import { z } from 'zod';

export const exportResources = [
  'orders',
  'customers',
  'products',
  'offers',
  'invoices',
  'invoice-items',
  'payments',
] as const;
export type ExportResource = (typeof exportResources)[number];

export const exportStates = ['queued', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

export const CreateExportInput = z.strictObject({
  resource: z.enum(exportResources),
  format: z.enum(['csv']),
  /** The filters of the list, as in its URL. */
  filters: z.record(z.string(), z.unknown()).default({}),
  sort: z.string().max(40).optional(),
  columns: z.array(z.string().max(40)).min(1).max(60).optional(),
  /** `labels`: titles in the user's language; `keys`: the API's names, for machines. */
  header: z.enum(['labels', 'keys']).default('labels'),
  language: z.enum(['en', 'ru', 'uz']).optional(),
});
export type CreateExportInput = z.input<typeof CreateExportInput>;

export const ListExportsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type ListExportsInput = z.input<typeof ListExportsInput>;

export interface ExportDto {
  id: string;
  resource: ExportResource;
  format: 'csv';
  state: ExportState;
  progress: { done: number; total: number | null };
  /** Size in bytes; absent until the file is ready and after it has expired. */
  file: { name: string; bytes: string; sha256: string } | null;
  fileName: string;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
}
