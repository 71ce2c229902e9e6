import type { Ctx, TxCtx } from '../platform/context';
import { sql, type Prisma } from '../platform/db';
import { notFound } from '../platform/errors';
import { isId } from '../platform/ids';
import { demand, type Permission } from '../platform/permissions';
import type { FileDto, FileSubject } from './schemas';

export type FileRow = Prisma.FileGetPayload<object>;

const tables: Record<FileSubject, { read: Permission; write: Permission }> = {
  order: { read: 'orders:read', write: 'orders:write' },
  customer: { read: 'customers:read', write: 'customers:write' },
};

/** A file may be seen or changed by whom the record that it belongs to may be. */
export function demandSubject(ctx: Ctx, subject: FileSubject, access: 'read' | 'write'): void {
  demand(ctx, access === 'read' ? 'files:read' : 'files:write');
  demand(ctx, tables[subject][access]);
}

const subjectQuery = (ctx: TxCtx, subject: FileSubject, id: string) =>
  subject === 'order'
    ? sql`select 1 from orders where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`
    : sql`select 1 from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`;

/** @throws AppError `not-found` */
export async function subjectInTenant(ctx: TxCtx, subject: FileSubject, id: string): Promise<void> {
  if ((await ctx.tx.query(subjectQuery(ctx, subject, id))).length === 0) throw notFound(subject);
}

/** @throws AppError `not-found`, also for deleted files */
export async function fileInTenant(ctx: TxCtx, fileId: string): Promise<FileRow> {
  const row = isId(fileId)
    ? await ctx.tx.db.file.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id: fileId } } })
    : null;
  if (!row || row.state === 'deleted') throw notFound('file');
  return row;
}

export const toFileDto = (row: FileRow): FileDto => ({
  id: row.id,
  subjectType: row.subjectType as FileSubject,
  subjectId: row.subjectId,
  name: row.name,
  contentType: row.contentType,
  bytes: row.bytes.toString(),
  sha256: row.sha256,
  state: row.state as FileDto['state'],
  createdAt: row.createdAt.toISOString(),
});

/** Everything that is stored of a file has a key that begins with this. */
export const keyOf = ({ tenantId, id }: Pick<FileRow, 'tenantId' | 'id'>): string =>
  `files/${tenantId}/${id}`;

/** Where an upload link points; what has been checked gets a key of its own. */
export const uploadKeyOf = (file: Pick<FileRow, 'tenantId' | 'id'>): string => `uploads/${keyOf(file)}`;
