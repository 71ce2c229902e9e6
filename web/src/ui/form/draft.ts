const prefix = 'countinghouse-draft:';

/** What was typed into a form and not saved yet; it survives reloads and signing in again, in this tab. */
export function readDraft<Values>(key: string): Partial<Values> | undefined {
  try {
    const text = window.sessionStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Partial<Values>);
  } catch {
    return undefined;
  }
}

export function writeDraft(key: string, values: unknown): void {
  try {
    window.sessionStorage.setItem(prefix + key, JSON.stringify(values));
  } catch {
    // Storage that is full or forbidden only costs the draft.
  }
}

export function dropDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(prefix + key);
  } catch {
    // As above.
  }
}
