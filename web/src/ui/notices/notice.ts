/** Something to tell in passing: it is shown for some seconds at the edge of the screen. */
export interface Notice {
  message: string;
  tone?: 'plain' | 'bad';
  /** Takes the change back. Answers what to say then, or throws. */
  undo?: () => Promise<string>;
}

type Listener = (notice: Notice) => void;

const waiting: Notice[] = [];
let listener: Listener | undefined;

/** Tells the reader something, from anywhere in the browser. */
export function showNotice(notice: Notice): void {
  if (listener) listener(notice);
  else waiting.push(notice);
}

/** Tells that something was done, with a button that takes it back: instead of asking beforehand. */
export const showUndoNotice = (message: string, undo: () => Promise<string>): void =>
  showNotice({ message, undo });

/** Connects whoever shows the notices; those told before are handed over at once. */
export function listenForNotices(next: Listener): () => void {
  listener = next;
  for (const notice of waiting.splice(0)) next(notice);
  return () => {
    if (listener === next) listener = undefined;
  };
}
