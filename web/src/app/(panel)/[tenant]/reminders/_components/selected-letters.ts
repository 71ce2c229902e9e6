import type { LetterKey, ReminderProposalDto } from '@countinghouse/core/reminders/schemas';

/** Names a letter among those on the page. */
export const letterId = ({ customer, currency, kind }: ReminderProposalDto): string =>
  `${customer.id} ${currency} ${kind}`;

/** The letters of which at least one invoice is chosen, with those invoices alone. */
export const chosenLetters = (
  letters: readonly ReminderProposalDto[],
  chosen: ReadonlySet<string>,
): LetterKey[] =>
  letters.flatMap(({ customer, currency, kind, invoices }) => {
    const invoiceIds = invoices.map(({ id }) => id).filter((id) => chosen.has(id));
    return invoiceIds.length > 0 ? [{ customerId: customer.id, currency, kind, invoiceIds }] : [];
  });

/** What the chosen invoices of a letter and its fee add up to, in minor units; nothing without an invoice. */
export function chosenTotal({ invoices, fee }: ReminderProposalDto, chosen: ReadonlySet<string>): bigint {
  const open = invoices.filter(({ id }) => chosen.has(id)).map((invoice) => BigInt(invoice.open.amount));
  return open.length === 0 ? 0n : open.reduce((sum, amount) => sum + amount, BigInt(fee.amount));
}
