/** Order of the parts of a date; `serial` is the day number of a spreadsheet. */
export const csvDateFormats = ['ymd', 'dmy', 'mdy', 'serial'] as const;
