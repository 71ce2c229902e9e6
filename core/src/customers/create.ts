import type { Ctx } from '../platform/context';
import { parse, taken } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { insertCustomerRows } from './insert.sql';
import { toCustomer } from './internal';
import { customerPolicy } from './policy';
import { CreateCustomerInput, type CustomerDto } from './schemas';

export const numberTaken = () => taken('externalNumber', 'customer-number-taken');

/** @throws AppError `conflict` (`customer-number-taken`) when another customer has the external number */
export async function createCustomer(ctx: Ctx, input: CreateCustomerInput): Promise<CustomerDto> {
  demand(ctx, customerPolicy.write);
  const data = parse(CreateCustomerInput, input);
  return withTx(ctx, async (ctx) => {
    const [row] = await insertCustomerRows(ctx, [data]);
    if (!row) throw numberTaken();
    return toCustomer(row);
  });
}
