/** From the text of a cell to an exact value. Browser-safe: the screen shows with it what an import would do. */
export * from './cells/countries';
export * from './cells/currencies';
export * from './cells/dates';
export * from './cells/decimals';
export * from './cells/problems';
export * from './cells/texts';
