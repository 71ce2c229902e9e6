import { getCompanyProfile, updateCompanyProfile } from '@countinghouse/core/company';
import { CompanyProfileDto, UpdateCompanyProfileInput } from '@countinghouse/core/company/schemas';
import type { Answer } from '../exchange';
import type { Operation } from '../operation';
import { etagOf } from '../preconditions';

const CompanyProfile = CompanyProfileDto.meta({ id: 'CompanyProfile' });
const tag = 'Company';

const answer = (profile: CompanyProfileDto): Answer => ({
  status: 200,
  headers: { ETag: etagOf(profile.version) },
  body: profile,
});

export const companyOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/company',
    id: 'getCompany',
    tag,
    summary: 'Read what the company prints about itself',
    description: 'Legal identity, look and texts of its documents, and how documents behave.',
    scope: 'settings:read',
    success: { status: 200, description: 'The profile.', schema: CompanyProfile, headers: ['ETag'] },
    run: async ({ ctx }) => answer(await getCompanyProfile(ctx)),
  },
  {
    method: 'patch',
    path: '/company',
    id: 'updateCompany',
    tag,
    summary: 'Change it',
    description:
      'Only what is given changes; `texts` and `mailTemplates`, where given, are all there are then. Texts may name ' +
      '{number}, {date}, {dueDate}, {days}, {total}, {company} and {customer}. Documents that exist stay as they are.',
    scope: 'settings:write',
    body: UpdateCompanyProfileInput,
    bodyExample: { legalName: 'Meridian Gifts Ltd', vatId: 'GB980780684', paymentTermsDays: 30 },
    ifMatch: 'required',
    success: { status: 200, description: 'The profile now.', schema: CompanyProfile, headers: ['ETag'] },
    run: async ({ ctx, body, expectedVersion }) =>
      answer(await updateCompanyProfile(ctx, expectedVersion ?? 0, body as UpdateCompanyProfileInput)),
  },
];
