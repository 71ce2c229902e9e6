'use client';

import type { UploadTicket } from '@countinghouse/core/files/schemas';

/** Sends a file straight to the store and reports how far it is, from 0 to 1. XMLHttpRequest: fetch has no progress. */
export function sendFile(
  file: Blob,
  { url, method, headers }: UploadTicket['upload'],
  onProgress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Error(`the store answered ${request.status}`));
    request.onerror = () => reject(new Error('the store was not reached'));
    request.send(file);
  });
}
