import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { bookPayment } from './book';
import { paymentPolicy } from './policy';
import { toPayment } from './rows';
import { RecordPaymentInput, type PaymentDto } from './schemas';

/**
 * Records money that came, and the documents that it settles; what is left stays as the customer's credit.
 * @throws AppError `invalid` naming the field, `conflict` (`payment-credit-exceeded`) where more is allocated than came
 */
export async function recordPayment(ctx: Ctx, input: RecordPaymentInput): Promise<PaymentDto> {
  demand(ctx, paymentPolicy.write);
  const data = parse(RecordPaymentInput, input);
  return withTx(ctx, async (ctx) => toPayment(await bookPayment(ctx, { ...data, direction: 'in' })));
}
