import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Look {
  width: number;
  colorScheme: 'light' | 'dark';
}

/** Each width and each colour scheme once: the colours of a scheme are the same at every width. */
const looks: readonly Look[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
];

async function faultsOf(page: Page, { width, colorScheme }: Look): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  // Rows of a list are alike: the first few stand for all of them.
  const axe = new AxeBuilder({ page }).exclude('tbody tr:nth-child(n + 5), article:nth-of-type(n + 5)');
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  return violations.map(({ id, nodes }) => `${width} px, ${colorScheme}: ${id}: ${nodes[0]?.html}`);
}

/** Opens pages one after the other; axe looks at each of them on a desk and on a phone, light and dark. */
export async function expectAccessible(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    // A sheet has a heading of its own, after that of the page.
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    for (const look of looks) expect.soft(await faultsOf(page, look), path).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
