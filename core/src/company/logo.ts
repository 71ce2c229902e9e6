import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from '../files';
import type { Ctx } from '../platform/context';
import { invalid, stale } from '../platform/errors';
import { objects } from '../platform/objects';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import type { SnapshotBrand } from '../documents/schemas';
import { lockProfile } from './get';
import { companyPolicy } from './policy';
import { logoTypes, MAX_LOGO_BYTES, MAX_LOGO_PIXELS, type CompanyProfileDto } from './schemas';
import { keepProfile } from './update';

type Logo = NonNullable<SnapshotBrand['logo']>;

const folderOf = (tenantId: string) => `logos/${tenantId}/`;

/** Looks at the bytes, not at what they are called (rule 21). @throws AppError `invalid`, `too-large` */
async function look(tenantId: string, bytes: Buffer): Promise<Logo> {
  if (bytes.length > MAX_LOGO_BYTES) {
    const values = { most: MAX_LOGO_BYTES / 1024 };
    throw invalid('logo', 'logo-bytes', { reason: 'file-size', values });
  }
  const sniffed = (await fileTypeFromBuffer(bytes))?.mime;
  const contentType = logoTypes.find((type) => type === sniffed);
  const size = contentType && imageSize(contentType, bytes);
  if (!contentType || !size) throw invalid('logo', 'logo-kind', { reason: 'file-kind' });
  if (size.width * size.height > MAX_LOGO_PIXELS) {
    const values = { most: MAX_LOGO_PIXELS / 1_000_000 };
    throw invalid('logo', 'image-pixels', { reason: 'image-pixels', values });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { objectKey: folderOf(tenantId) + sha256, contentType, sha256, ...size };
}

async function change(ctx: Ctx, expectedVersion: number, logo: Logo | null): Promise<CompanyProfileDto> {
  return withTx(ctx, async (ctx) => {
    const before = await lockProfile(ctx);
    if (before.version !== expectedVersion) throw stale();
    const [from, to] = [before.logo?.sha256 ?? null, logo?.sha256 ?? null];
    return keepProfile(ctx, before, { ...before, logo }, from === to ? {} : { logo: { from, to } });
  });
}

/**
 * Puts an image in the place of the logo. It is kept under the hash of its content for good: documents that were
 * issued with it are printed with it again.
 * @param bytes of a PNG, JPEG or WebP image
 * @throws AppError `forbidden`, `invalid` for anything else or too many bytes or pixels, `stale`
 */
export async function setLogo(ctx: Ctx, expectedVersion: number, bytes: Buffer): Promise<CompanyProfileDto> {
  demand(ctx, companyPolicy.write);
  const logo = await look(ctx.tenantId, bytes);
  await objects().put(logo.objectKey, bytes, { contentType: logo.contentType, bytes: bytes.length });
  return change(ctx, expectedVersion, logo);
}

/** New documents have no logo. @throws AppError `forbidden`, `stale` */
export async function removeLogo(ctx: Ctx, expectedVersion: number): Promise<CompanyProfileDto> {
  demand(ctx, companyPolicy.write);
  return change(ctx, expectedVersion, null);
}
