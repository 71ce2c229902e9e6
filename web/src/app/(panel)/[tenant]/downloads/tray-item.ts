import type { ExportDto } from '@countinghouse/core/exports/schemas';
import type { TrayItem } from '../../../../ui/frame/types';

/** A download as the tray and the page of downloads show it. */
export const toTrayItem = (
  tenant: string,
  { id, fileName, state, progress, createdAt }: ExportDto,
): TrayItem => ({
  id,
  name: fileName,
  state,
  done: progress.done,
  total: progress.total,
  askedAt: createdAt,
  ...(state === 'ready' && { href: `/${tenant}/downloads/${id}` }),
});
