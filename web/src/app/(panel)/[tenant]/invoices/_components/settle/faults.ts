import type { ActionFailure } from '../../../../../../ui/form/action-result';

export const isAmount = (path: string): boolean => /(?:^|\.)amount$/.test(path);

/** What is wrong with the one amount of a dialog, wherever the server counts it. */
export const amountFault = (failure: ActionFailure | undefined): string | undefined =>
  failure?.errors.find(({ path }) => isAmount(path))?.message;
