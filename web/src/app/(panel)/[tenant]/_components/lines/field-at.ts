/** Name and fault of a field, as every field of a form with lines takes them. */
export const fieldAt = (errors: Record<string, string>, path: string) => ({
  'data-path': path,
  error: errors[path],
});
