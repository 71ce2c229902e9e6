'use client';

import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { useEffect, useRef, useState } from 'react';
import { openDocumentsAction } from '../actions';

/** What is open of the customer that is chosen; late answers for an earlier choice are dropped. */
export function useCustomerDocuments(
  tenant: string,
  initial: readonly OpenDocumentDto[],
  initialCustomer: string | null,
): { documents: readonly OpenDocumentDto[]; ask: (customerId: string | null) => void } {
  const [customerId, ask] = useState(initialCustomer);
  const [documents, setDocuments] = useState(initial);
  const loaded = useRef(initialCustomer);
  useEffect(() => {
    if (customerId === loaded.current) return undefined;
    loaded.current = customerId;
    if (customerId === null) {
      setDocuments([]);
      return undefined;
    }
    let current = true;
    openDocumentsAction(tenant, { customerId, kind: 'invoice' })
      .then((result) => {
        if (current && result.ok) setDocuments(result.data);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [tenant, customerId]);
  return { documents, ask };
}
