import { accountsFor, bankAccounts, brandOf, companyProfile, sellerOf, textsFor } from '../company';
import { buyerOf, getCustomer } from '../customers';
import { writeDocument } from '../documents';
import type { LetterSnapshot } from '../documents/schemas';
import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { demand } from '../platform/permissions';
import { languages, localDate, type Language } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { paymentPolicy } from './policy';
import type { CustomerStatementDto, StatementInput } from './schemas';
import { statementInTx } from './statement';

type Customer = Awaited<ReturnType<typeof getCustomer>>;

const entriesOf = ({ entries }: CustomerStatementDto): LetterSnapshot['entries'] =>
  entries.map(({ date, number, kind, dueDate, amount, open }) => ({
    date,
    number,
    kind,
    dueDate,
    amountMinor: amount.amount,
    openMinor: open.amount,
  }));

const languageOf = (customer: Customer, standard: Language): Language =>
  languages.find((each) => each === customer.language) ?? standard;

/**
 * Freezes the statement of a customer's account as a document that is printed and can be sent; it says what the screen
 * showed, whatever happens afterwards.
 * @returns the id of the document
 * @throws AppError as `customerStatement`
 */
export async function writeCustomerStatement(
  ctx: Ctx,
  customerId: string,
  input: StatementInput,
): Promise<{ documentId: string }> {
  demand(ctx, paymentPolicy.write);
  return withTx(ctx, async (ctx) => {
    const statement = await statementInTx(ctx, customerId, input);
    const [tenant, profile, accounts] = [
      await getTenant(ctx),
      await companyProfile(ctx),
      await bankAccounts(ctx),
    ];
    const customer = await getCustomer({ ...ctx, actor: { type: 'system', name: 'statement' } }, customerId);
    const language = languageOf(customer, tenant.language);
    const texts = textsFor(profile, language, 'statement');
    const snapshot: LetterSnapshot = {
      schema: 1,
      kind: 'statement',
      language,
      issueDate: localDate(ctx.clock(), tenant.timeZone),
      title: '',
      seller: sellerOf(profile),
      buyer: buyerOf(customer),
      currency: statement.currency,
      period: { from: statement.from, to: statement.to },
      openingMinor: statement.opening.amount,
      entries: entriesOf(statement),
      totalMinor: statement.closing.amount,
      payment: {
        terms: texts.terms,
        reference: customer.externalNumber ?? customer.name,
        accounts: accountsFor(accounts, statement.currency),
      },
      intro: texts.intro,
      outro: texts.outro,
      footer: texts.footer,
      brand: brandOf(profile),
    };
    const documentId = await writeDocument(ctx, statement.to, snapshot);
    await audit(ctx, {
      action: 'payment.write-statement',
      entityType: 'customer',
      entityId: customerId,
      entityName: customer.name,
      changes: { period: { to: `${statement.from} – ${statement.to}` } },
    });
    return { documentId };
  });
}
