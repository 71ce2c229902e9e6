import type { Operation } from '../operation';
import { customerOperations } from './customers';
import { orderOperations } from './orders';

/** Everything the API can do, in the order of the documentation. */
export const operations: readonly Operation[] = [...orderOperations, ...customerOperations];
