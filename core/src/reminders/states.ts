/** Whether the daily run does nothing, tells what would go out, or sends it. */
export const reminderModes = ['off', 'propose', 'send'] as const;
export type ReminderMode = (typeof reminderModes)[number];

/** How a letter leaves: by mail, or printed where the customer has no address for mails. */
export type ReminderDelivery = 'mail' | 'print';

/** Until a letter asks to be paid, in days from its own date. */
export const PAY_WITHIN_DAYS = 7;
