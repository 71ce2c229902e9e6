/** Forms with changes that would be lost; whoever is about to leave the page asks first. */
const dirtyForms = new Set<object>();

export const hasUnsavedChanges = (): boolean => dirtyForms.size > 0;

/** Tells the page that a form has changes, or has none any more. */
export function markUnsaved(form: object, unsaved: boolean): void {
  if (unsaved) dirtyForms.add(form);
  else dirtyForms.delete(form);
}

export const forgetUnsavedChanges = (): void => dirtyForms.clear();
