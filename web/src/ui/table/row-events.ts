import { boxesOf } from './read-selection';

const rowLinks = 'tbody tr[data-id] a[href]';
const ownWork = 'a, button, input, select, textarea, label, summary, [role="button"]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type);

/** Checks or clears a box, and with shift everything between it and the one before. */
export function extendSelection(
  root: HTMLElement,
  box: HTMLInputElement,
  from: HTMLInputElement | undefined,
) {
  const boxes = boxesOf(root);
  const [a, b] = [boxes.indexOf(box), from ? boxes.indexOf(from) : -1];
  if (b < 0) return;
  for (const between of boxes.slice(Math.min(a, b), Math.max(a, b) + 1)) between.checked = box.checked;
}

function firstLinks(root: HTMLElement): HTMLAnchorElement[] {
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('tbody tr[data-id]')];
  return rows.map((row) => row.querySelector<HTMLAnchorElement>('a[href]')).filter((link) => link !== null);
}

function moveFocus(root: HTMLElement, step: 1 | -1): void {
  const links = firstLinks(root);
  const row = document.activeElement?.closest('tr[data-id]');
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
  next?.focus({ preventScroll: true });
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** Keys of a list: j and k move, x selects, Enter opens because the focus is on a link. True when it was one. */
export function handleListKey(root: HTMLElement, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  if (document.querySelector('dialog[open], [aria-modal="true"]')) return false;
  // By its place on the keyboard, so that it works with a Cyrillic layout too.
  if (event.code === 'KeyJ') moveFocus(root, 1);
  else if (event.code === 'KeyK') moveFocus(root, -1);
  else if (event.code === 'KeyX') {
    const row = document.activeElement?.closest('tr[data-id]');
    const box = row && boxesOf(root).find((one) => row.contains(one));
    if (!box) return false;
    box.click();
  } else return false;
  return true;
}

/** A click on a row, beside its links and boxes, opens it; with Ctrl or ⌘ in a new tab. */
export function openRow(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest(ownWork)) return;
  if (window.getSelection()?.toString()) return;
  const link = event.target.closest('tr[data-id]')?.querySelector<HTMLAnchorElement>('a[href]');
  if (!link || !link.matches(rowLinks)) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  link.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, view: window }),
  );
}
