export { historyOf } from './history';
export { listAudit } from './list';
export * from './schemas';
