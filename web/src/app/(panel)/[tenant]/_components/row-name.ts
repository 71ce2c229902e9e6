/** What a row of the list on this page is called; the table alone knows it. */
export const rowName = (id: string): string =>
  document.querySelector(`tr[data-id="${CSS.escape(id)}"] a`)?.textContent ?? id;
