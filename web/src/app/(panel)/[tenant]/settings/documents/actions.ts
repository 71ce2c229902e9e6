'use server';

import { previewDocument, removeLogo, setLogo, type PreviewInput } from '@countinghouse/core/company';
import { invalid } from '@countinghouse/core/platform/errors';
import { inCompany } from '../../../../../server/action';

export async function previewDocumentAction(tenant: string, input: PreviewInput) {
  return inCompany(tenant, (ctx) => previewDocument(ctx, input));
}

export async function setLogoAction(tenant: string, version: number, data: FormData) {
  return inCompany(tenant, async (ctx) => {
    const file = data.get('logo');
    if (!(file instanceof Blob)) throw invalid('logo', 'needed');
    return setLogo(ctx, version, Buffer.from(await file.arrayBuffer()));
  });
}

export async function removeLogoAction(tenant: string, version: number) {
  return inCompany(tenant, (ctx) => removeLogo(ctx, version));
}
