declare global {
  /** The bundler's own name for the nonce; libraries that add styles by themselves ask for it. */
  var __webpack_nonce__: string | undefined;
}

/** Makes the scroll lock of dialogs and its like keep the page's policy: the style that they add carries the nonce. */
export function giveStylesNonce(nonce: string): void {
  if (typeof window !== 'undefined') __webpack_nonce__ = nonce;
}
