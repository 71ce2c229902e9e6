import type { Command } from 'commander';
import { verifyLedger } from '../../ledger';
import { systemCtx } from '../../platform/context';
import { listTenants } from '../../tenants';
import { tenantBySlug } from '../tenant-by-slug';

interface Options {
  tenant?: string;
  pdfs: boolean;
}

async function companies(slug: string | undefined) {
  if (slug) return [{ slug, ctx: await tenantBySlug(slug) }];
  return (await listTenants()).map((tenant) => ({
    slug: tenant.slug,
    ctx: systemCtx(tenant.id, 'operator'),
  }));
}

export function registerVerifyLedger(program: Command): void {
  program
    .command('verify-ledger')
    .description('prove that issued documents are what they were: numbers, hash chain, contents, sums, PDFs')
    .option('--tenant <slug>', 'one company; all where absent')
    .option('--no-pdfs', 'leave out the stored PDFs')
    .action(async ({ tenant, pdfs }: Options) => {
      for (const { slug, ctx } of await companies(tenant)) {
        const { entries, documents, pdfs: files, fault } = await verifyLedger(ctx, { pdfs });
        const counts = `${entries} entries, ${documents} documents, ${files} PDFs`;
        if (!fault) {
          process.stdout.write(`${slug}: all is well (${counts})\n`);
          continue;
        }
        const where = [fault.position && `entry ${fault.position}`, fault.number].filter(Boolean).join(', ');
        process.stderr.write(`${slug}: ${where}: ${fault.message} (${counts} before it were right)\n`);
        process.exitCode = 1;
      }
    });
}
