import type { ActionFailure } from '../../../../../../ui/form/action-result';

const isAmount = ({ path }: { path: string }) => /(?:^|\.)amount$/.test(path);

/** What is wrong with the one amount of a dialog, wherever the server counts it. */
export const amountFault = (failure: ActionFailure | undefined): string | undefined =>
  failure?.errors.find(isAmount)?.message;

/** The failure with the faults that stand beside no field. */
export const besideFields = (failure: ActionFailure | undefined): ActionFailure | undefined =>
  failure && { ...failure, errors: failure.errors.filter((each) => !isAmount(each)) };
