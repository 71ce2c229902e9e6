export { createStandardSeries } from './create-standard';
export { listNumberSeries } from './list';
export { patternOf } from './pattern-of';
export * from './schemas';
export { takeNumber } from './take';
export { updateNumberSeries } from './update';
