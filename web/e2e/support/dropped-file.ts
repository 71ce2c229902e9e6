import type { Locator } from '@playwright/test';

interface DroppedFile {
  name: string;
  content: string | Buffer;
}

/** Lets go of files over a part of the page, as somebody does who drags them from the desktop. */
export async function dropFiles(area: Locator, ...files: DroppedFile[]): Promise<void> {
  const carried = files.map(({ name, content }) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }));
  const dataTransfer = await area.page().evaluateHandle((each) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of each) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, carried);
  await area.dispatchEvent('dragover', { dataTransfer });
  await area.dispatchEvent('drop', { dataTransfer });
}
