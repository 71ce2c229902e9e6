'use client';

import { PageError, type PageErrorProps } from '../ui/page-error';

export default function ErrorPage(props: PageErrorProps) {
  return (
    <main>
      <PageError {...props} />
    </main>
  );
}
