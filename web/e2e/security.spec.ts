import { expect, people, test } from './fixtures';
import { downloadAskedBy } from './support/downloads';

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];

test('every page comes with a policy of its own, and its scripts carry the nonce', async ({ page, open }) => {
  const visitor = await open(null);
  const nonces = new Set<string>();
  const pages = [
    await page.request.get('/demo'),
    await page.request.get('/demo/orders'),
    await page.request.get('/demo/nothing-here'),
    await visitor.request.get('/sign-in'),
  ];
  for (const answer of pages) {
    const headers = answer.headers();
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "'strict-dynamic'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-powered-by']).toBeUndefined();
    const nonce = String(nonceOf(policy));
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  }
  expect(nonces.size).toBe(pages.length);
});

test('markup that gets into a page cannot run', async ({ page, quiet }) => {
  await page.goto('/demo');
  const refused = page.waitForEvent('console', (message) =>
    message.text().includes('Content Security Policy'),
  );
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title = \'taken\'">');
  });
  await refused;
  await expect(page).not.toHaveTitle('taken');
  quiet.tolerate(/Content Security Policy/);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ page, baseURL }) => {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith('countinghouse.session'));
  const secure = String(baseURL).startsWith('https:');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure });
  expect(session?.name).toBe(secure ? '__Host-countinghouse.session' : 'countinghouse.session');
  await page.goto('/demo');
  expect(await page.evaluate(() => document.cookie)).not.toContain(String(session?.value));
});

test('a change that another site sends is refused', async ({ page, baseURL }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: String(baseURL), 'sec-fetch-site': 'cross-site' },
    { origin: `${baseURL}.evil.example` },
    {},
  ];
  for (const path of ['/demo/orders', '/api/auth/callback/credentials', '/api/auth/signout']) {
    for (const headers of foreign) {
      const answer = await page.request.post(path, { headers, data: {} });
      expect.soft(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  // A session is no key: the API does not take the cookie, not even from our own pages.
  for (const headers of [...foreign, { origin: String(baseURL), 'sec-fetch-site': 'same-origin' }]) {
    expect.soft((await page.request.post('/api/v1/orders', { headers, data: {} })).status()).toBe(401);
  }
  expect((await page.request.get('/api/v1/orders')).status()).toBe(401);
});

test('a file comes as an attachment that cannot run, by a link that cannot be changed', async ({ page }) => {
  await page.goto('/demo/products');
  const file = await downloadAskedBy(page, () => page.getByRole('button', { name: 'Export this' }).click());
  const led = await page.request.get(file, { maxRedirects: 0 });
  expect(led.status()).toBe(302);
  expect(led.headers()['cache-control']).toBe('no-store');
  const link = String(led.headers()['location']);
  const { 'content-disposition': disposition, ...headers } = (await page.request.get(link)).headers();
  expect(disposition).toMatch(/^attachment;/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const changed = link.replace(/.(?=[^.]*$)/, (letter) => (letter === 'a' ? 'b' : 'a'));
  expect((await page.request.get(changed)).ok()).toBe(false);
});

test('what is for operators does not answer in public', async ({ page }) => {
  expect(await (await page.request.get('/health')).json()).toEqual({ status: 'ok' });
  for (const path of ['/health/detailed', '/health/queues', '/metrics']) {
    expect((await page.request.get(path)).ok(), path).toBe(false);
  }
});

test.describe('a stranger', () => {
  test.use({ person: people.rival });

  test('is shown the same for a company that is not theirs and for none', async ({ page }) => {
    const texts = [];
    for (const slug of ['demo', 'no-such-company']) {
      const answer = await page.request.get(`/${slug}/orders`);
      expect(answer.status()).toBe(404);
      texts.push(/<main\b.*?<\/main>/s.exec(await answer.text())?.[0].replaceAll(slug, ''));
    }
    expect(texts[0]).toBe(texts[1]);
  });
});
