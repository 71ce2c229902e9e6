import { expect, type Page } from '@playwright/test';

/** Waits until a mail to this address stands in the demo's mailbox and answers the path that it links to. */
export async function linkMailedTo(page: Page, email: string): Promise<string> {
  const mail = page.getByRole('article').filter({ hasText: email }).first();
  await expect(async () => {
    await page.goto('/development/mails');
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const address = await mail.getByRole('link').first().getAttribute('href');
  return new URL(String(address)).pathname;
}
