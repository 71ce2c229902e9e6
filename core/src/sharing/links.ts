import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { lockDocument, paperInTenant, type SharedPaper } from './internal';
import { CreateLinkInput, LINK_DAYS, type DocumentLinkDto } from './schemas';
import { linkUrl, newToken } from './token';

const DAY_MS = 86_400_000;

interface LinkRow {
  id: string;
  documentId: string;
  tokenHash: string;
  tokenKey: string;
  expiresAt: Date;
  revokedAt: Date | null;
  firstViewedAt: Date | null;
  lastViewedAt: Date | null;
  viewCount: number;
  createdAt: Date;
}

const columns = sql`
  id, document_id as "documentId", token_hash as "tokenHash", token_key as "tokenKey", expires_at as "expiresAt",
  revoked_at as "revokedAt", first_viewed_at as "firstViewedAt", last_viewed_at as "lastViewedAt",
  view_count as "viewCount", created_at as "createdAt"`;

function stateOf({ revokedAt, expiresAt }: LinkRow, now: Date): DocumentLinkDto['state'] {
  if (revokedAt) return 'revoked';
  return expiresAt > now ? 'active' : 'expired';
}

function toLink(row: LinkRow, now: Date): DocumentLinkDto {
  const state = stateOf(row, now);
  return {
    id: row.id,
    documentId: row.documentId,
    url: state === 'active' ? linkUrl(row.id, row.tokenKey, row.tokenHash) : null,
    state,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    firstViewedAt: row.firstViewedAt?.toISOString() ?? null,
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
    viewCount: row.viewCount,
    createdAt: row.createdAt.toISOString(),
  };
}

async function insertLink(ctx: TxCtx, paper: SharedPaper, days: number): Promise<DocumentLinkDto> {
  const id = newId();
  const { hash, keyId } = newToken(id);
  const expiresAt = new Date(ctx.clock().getTime() + days * DAY_MS);
  const [row] = await ctx.tx.query<LinkRow>(sql`
    insert into document_links (id, tenant_id, document_id, token_hash, token_key, expires_at, created_by, created_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${paper.id}::uuid, ${hash}, ${keyId}, ${expiresAt},
      ${ctx.actor.type === 'user' ? ctx.actor.id : null}::uuid, ${ctx.clock()})
    returning ${columns}`);
  if (!row) throw new Error('the link was not written');
  await audit(ctx, {
    action: 'document.share',
    entityType: 'document',
    entityId: paper.id,
    entityName: paper.number,
    changes: { expiresAt: { to: expiresAt } },
  });
  return toLink(row, ctx.clock());
}

/** Makes a link to a document's public page. @throws AppError `not-found`, `forbidden` */
export async function createDocumentLink(
  ctx: Ctx,
  documentId: string,
  input: CreateLinkInput = {},
): Promise<DocumentLinkDto> {
  const { expiresInDays } = parse(CreateLinkInput, input);
  return withTx(ctx, async (ctx) =>
    insertLink(ctx, await paperInTenant(ctx, documentId, 'write'), expiresInDays),
  );
}

const linksOf = (ctx: TxCtx, documentId: string) =>
  ctx.tx.query<LinkRow>(sql`
    select ${columns} from document_links
    where tenant_id = ${ctx.tenantId}::uuid and document_id = ${documentId}::uuid
    order by created_at desc, id desc limit 100`);

/** The links to a document, the newest first; who may only read gets no addresses. @throws AppError `not-found` */
export async function listDocumentLinks(ctx: Ctx, documentId: string): Promise<DocumentLinkDto[]> {
  return withTx(ctx, async (ctx) => {
    await paperInTenant(ctx, documentId, 'read');
    return (await linksOf(ctx, documentId)).map((row) => toLink(row, ctx.clock()));
  });
}

async function documentOf(ctx: TxCtx, linkId: string): Promise<string> {
  const [row] = isId(linkId)
    ? await ctx.tx.query<{ documentId: string }>(sql`
        select document_id as "documentId" from document_links
        where tenant_id = ${ctx.tenantId}::uuid and id = ${linkId}::uuid`)
    : [];
  if (!row) throw notFound('link');
  return row.documentId;
}

/** Closes a link for good. @throws AppError `not-found`, `forbidden` */
export async function revokeDocumentLink(ctx: Ctx, linkId: string): Promise<DocumentLinkDto> {
  return withTx(ctx, async (ctx) => {
    const paper = await paperInTenant(ctx, await documentOf(ctx, linkId), 'write');
    const by = ctx.actor.type === 'user' ? ctx.actor.id : null;
    const closed = await ctx.tx.execute(sql`
      update document_links set revoked_at = ${ctx.clock()}, revoked_by = ${by}::uuid
      where tenant_id = ${ctx.tenantId}::uuid and id = ${linkId}::uuid and revoked_at is null`);
    const [row] = await ctx.tx.query<LinkRow>(sql`
      select ${columns} from document_links where tenant_id = ${ctx.tenantId}::uuid and id = ${linkId}::uuid`);
    if (!row) throw notFound('link');
    if (closed > 0) {
      await audit(ctx, {
        action: 'document.revoke',
        entityType: 'document',
        entityId: paper.id,
        entityName: paper.number,
        changes: { expiresAt: { from: row.expiresAt } },
      });
    }
    return toLink(row, ctx.clock());
  });
}

/** A link for a mail: the newest that holds for half of its usual time at least, else a new one. */
export async function linkForMail(ctx: TxCtx, paper: SharedPaper): Promise<DocumentLinkDto> {
  await lockDocument(ctx, paper.id);
  const enough = new Date(ctx.clock().getTime() + (LINK_DAYS / 2) * DAY_MS).toISOString();
  const links = (await linksOf(ctx, paper.id)).map((row) => toLink(row, ctx.clock()));
  return links.find(({ url, expiresAt }) => url && expiresAt > enough) ?? insertLink(ctx, paper, LINK_DAYS);
}
