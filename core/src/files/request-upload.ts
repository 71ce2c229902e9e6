import { config } from '../platform/config';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, invalid, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { objects } from '../platform/objects';
import { withTx } from '../platform/tx';
import { demandSubject, keyOf, subjectInTenant, toFileDto, uploadKeyOf } from './internal';
import { RequestUploadInput, type UploadTicket } from './schemas';
import { acceptedEndings, contentTypeOf } from './types';

const LINK_SECONDS = 15 * 60;

/** One announcement of a company after the other, so that two at a time do not take the same room. */
async function checkQuota(ctx: TxCtx, bytes: number): Promise<void> {
  await ctx.tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`file-quota:${ctx.tenantId}`}, 0))`);
  const [row] = await ctx.tx.query<{ full: boolean }>(sql`
    select (select coalesce(sum(bytes), 0) from files
            where tenant_id = ${ctx.tenantId}::uuid and state in ('pending', 'ready')) + ${bytes}
           > (select file_quota_bytes from tenants where id = ${ctx.tenantId}::uuid) as full`);
  if (row?.full) throw new AppError('too-large', 'The storage of the company is full.', { reason: 'quota' });
}

/**
 * Announces a file of an order or customer. The bytes go straight to the store with the ticket's URL, which is
 * good for a quarter of an hour; `completeUpload` then takes the file over.
 * @throws AppError `invalid` for kinds of files that are not taken, `too-large`
 */
export async function requestUpload(ctx: Ctx, input: RequestUploadInput): Promise<UploadTicket> {
  const data = parse(RequestUploadInput, input);
  demandSubject(ctx, data.subjectType, 'write');
  const contentType = contentTypeOf(data.name);
  if (!contentType) {
    const values = { endings: acceptedEndings.join(', ') };
    throw invalid('name', 'file-ending', { reason: 'file-kind', values });
  }
  const maxBytes = config().FILE_MAX_BYTES;
  if (data.bytes > maxBytes) {
    const most = Math.floor(maxBytes / 1_048_576);
    throw new AppError('too-large', `A file may have ${most} MB at most.`, { reason: 'file-size' });
  }
  const id = newId();
  const key = { tenantId: ctx.tenantId, id };
  const row = await withTx(ctx, async (ctx) => {
    await subjectInTenant(ctx, data.subjectType, data.subjectId);
    await checkQuota(ctx, data.bytes);
    return ctx.tx.db.file.create({
      data: {
        id,
        tenantId: ctx.tenantId,
        subjectType: data.subjectType,
        subjectId: data.subjectId,
        name: data.name,
        contentType,
        bytes: data.bytes,
        objectKey: keyOf(key),
        state: 'pending',
        createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
        createdAt: ctx.clock(),
      },
    });
  });
  const upload = await objects().presignPut(uploadKeyOf(key), {
    contentType,
    maxBytes: data.bytes,
    expiresSeconds: LINK_SECONDS,
  });
  return { file: toFileDto(row), upload };
}
