export { allocate, type AllocatedInvoice, type NewAllocation } from './allocate';
export * from './schemas';
export * from './states';
