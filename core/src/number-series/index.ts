export { createStandardSeries } from './create-standard';
export { patternOf } from './pattern-of';
export * from './schemas';
export { takeNumber } from './take';
