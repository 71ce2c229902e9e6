export * from './app-error';
export { parse } from './parse';
