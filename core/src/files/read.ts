import type { Ctx } from '../platform/context';
import { conflict, parse } from '../platform/errors';
import { decodeCursor, toPage, type Page } from '../platform/lists';
import { objects } from '../platform/objects';
import { demand, may } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { demandSubject, fileInTenant, toFileDto } from './internal';
import { fileSubjects, ListFilesInput, type FileDto, type FileSubject } from './schemas';

const SORT = '-createdAt';
const LINK_SECONDS = 60;

const readable = (ctx: Ctx): FileSubject[] =>
  fileSubjects.filter((subject) => may(ctx.actor, subject === 'order' ? 'orders:read' : 'customers:read'));

/** Files of the company or of one record, newest first; only those whose record the actor may see. */
export async function listFiles(ctx: Ctx, input: ListFilesInput = {}): Promise<Page<FileDto>> {
  demand(ctx, 'files:read');
  const { limit, cursor, subjectType, subjectId } = parse(ListFilesInput, input);
  const after = cursor ? decodeCursor(cursor, SORT) : undefined;
  const rows = await withTx(ctx, (ctx) =>
    ctx.tx.db.file.findMany({
      where: {
        tenantId: ctx.tenantId,
        state: 'ready',
        subjectType: {
          in: subjectType ? readable(ctx).filter((each) => each === subjectType) : readable(ctx),
        },
        ...(subjectId && { subjectId }),
        ...(after && { id: { lt: after.id } }),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  );
  return toPage(rows.map(toFileDto), limit, SORT, () => null);
}

/** One file, also while its upload is not finished. @throws AppError `not-found` */
export async function getFile(ctx: Ctx, fileId: string): Promise<FileDto> {
  const row = await withTx(ctx, (ctx) => fileInTenant(ctx, fileId));
  demandSubject(ctx, row.subjectType as FileSubject, 'read');
  return toFileDto(row);
}

/**
 * A link to the bytes, good for a minute, after another look at who may see the record.
 * @throws AppError `conflict` while the upload is not finished
 */
export async function openFile(ctx: Ctx, fileId: string): Promise<string> {
  const row = await withTx(ctx, (ctx) => fileInTenant(ctx, fileId));
  demandSubject(ctx, row.subjectType as FileSubject, 'read');
  if (row.state !== 'ready') throw conflict('The file has not arrived yet.', 'file-not-arrived');
  return objects().presignGet(row.objectKey, {
    fileName: row.name,
    contentType: row.contentType,
    expiresSeconds: LINK_SECONDS,
  });
}
