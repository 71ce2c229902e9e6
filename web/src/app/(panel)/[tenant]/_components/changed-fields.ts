/** Only the fields that differ: what somebody else changed in the other fields stays as it is. */
export function changedFields<Input extends object>(before: Input, after: Input): Partial<Input> {
  const same = (field: string) =>
    JSON.stringify(before[field as keyof Input]) === JSON.stringify(after[field as keyof Input]);
  return Object.fromEntries(Object.entries(after).filter(([field]) => !same(field))) as Partial<Input>;
}
