'use client';

import { PageError, type PageErrorProps } from '../../../ui/page-error';

/** Inside the frame: the rest of the company can still be reached. */
export default function CompanyError(props: PageErrorProps) {
  return <PageError {...props} />;
}
