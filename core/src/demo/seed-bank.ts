import { create } from 'xmlbuilder2';
import { importBankFile } from '../bank-statements';
import { listInvoices } from '../invoices';
import type { Ctx } from '../platform/context';
import { formatMinor } from '../platform/money';
import { addDays, localDate } from '../platform/time';

interface Movement {
  amountMinor: bigint;
  name: string;
  remittance: string;
}

/** A statement of the demo's business account as its bank would send it (ISO 20022 camt.053.001.08). */
function statement(day: string, movements: readonly Movement[]): string {
  const currency = { '@Ccy': 'GBP' };
  return create({
    Document: {
      '@xmlns': 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08',
      BkToCstmrStmt: {
        GrpHdr: { MsgId: `DEMO-${day}`, CreDtTm: `${day}T18:00:00Z` },
        Stmt: {
          Id: `DEMO-${day}`,
          CreDtTm: `${day}T18:00:00Z`,
          Acct: { Id: { IBAN: 'GB33BUKB20201555555555' }, Ccy: 'GBP' },
          Ntry: movements.map(({ amountMinor, name, remittance }, index) => {
            const out = amountMinor < 0n;
            const amount = formatMinor(out ? -amountMinor : amountMinor, 'GBP');
            const party = { Pty: { Nm: name } };
            return {
              Amt: { ...currency, '#': amount },
              CdtDbtInd: out ? 'DBIT' : 'CRDT',
              Sts: { Cd: 'BOOK' },
              BookgDt: { Dt: day },
              ValDt: { Dt: day },
              AcctSvcrRef: `${day}-${index + 1}`,
              NtryDtls: {
                TxDtls: {
                  RltdPties: out ? { Cdtr: party } : { Dbtr: party },
                  RmtInf: { Ustrd: remittance },
                },
              },
            };
          }),
        },
      },
    },
  }).end({ prettyPrint: true });
}

/**
 * Imports the bank statement of yesterday, whose movements wait for a decision: one that names its invoice and pays it,
 * one that pays a half, one that can be told by name and amount only, one of a stranger, and rent that went out.
 */
export async function seedBank(ctx: Ctx, timeZone: string): Promise<void> {
  const { rows } = await listInvoices(ctx, { paymentState: 'open', limit: 3 });
  const [whole, half, nameless] = rows;
  if (!whole || !half || !nameless) return;
  const day = addDays(localDate(ctx.clock(), timeZone), -1);
  const movements: Movement[] = [
    {
      amountMinor: BigInt(whole.open.amount),
      name: whole.customer?.name ?? '',
      remittance: `Invoice ${whole.number}`,
    },
    {
      amountMinor: BigInt(half.open.amount) / 2n,
      name: half.customer?.name ?? '',
      remittance: `first half ${half.number}`,
    },
    {
      amountMinor: BigInt(nameless.open.amount),
      name: nameless.customer?.name.toUpperCase() ?? '',
      remittance: 'thank you',
    },
    { amountMinor: 4_800n, name: 'J. Whitcombe', remittance: 'lanterns from the fair' },
    { amountMinor: -95_000n, name: 'Wharf Street Estates', remittance: 'Rent' },
  ];
  await importBankFile(ctx, {
    fileName: `statement-${day}.xml`,
    content: Buffer.from(statement(day, movements)).toString('base64'),
  });
}
