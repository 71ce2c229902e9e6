export { isId, newId } from './ids';
export { Id } from './schema';
