import { randomUUID } from 'node:crypto';
import type { APIResponse, Page } from '@playwright/test';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, such as `/orders/{id}`, with the dates that it cannot do without. */
  path: string;
  name: string;
  example: unknown;
}

/** What a call needs to be told in its address is always a period. */
function neededDates(parameters: readonly Parameter[]): string {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  return needed.length === 0 ? '' : `?${needed.map(({ name }) => `${name}=2026-11-01`).join('&')}`;
}

/** Everything that the API says it can do. */
export async function allCalls(page: Page): Promise<Call[]> {
  const answer = await page.request.get('/api/v1/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Call['method'],
      path: path.replace(/^\/api\/v1/, '') + neededDates(parameters),
      name: operationId,
      example: requestBody?.content['application/json']?.example,
    })),
  );
}

/** Makes a key in the settings of a company, with every scope that ends like this, and answers its secret. */
export async function newKey(page: Page, tenant: string, name: string, scopes: RegExp): Promise<string> {
  await page.goto(`/${tenant}/settings/api-keys`);
  await page.getByLabel('Name').fill(name);
  for (const box of await page.getByRole('group', { name: 'What it may do' }).getByRole('checkbox').all()) {
    await box.setChecked(scopes.test(String(await box.getAttribute('aria-label'))));
  }
  await page.getByRole('button', { name: 'Create key' }).click();
  const secret = await page.getByRole('status').locator('code').textContent();
  await page.getByRole('button', { name: 'Done' }).click();
  return String(secret);
}

/** Asks the API with a key, as a program does. Changes name the first version, which every record once had. */
export function ask(
  page: Page,
  key: string | null,
  method: string,
  path: string,
  data?: unknown,
): Promise<APIResponse> {
  return page.request.fetch(`/api/v1${path}`, {
    method,
    headers: {
      'if-match': '"1"',
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(data !== undefined && { data }),
    maxRedirects: 0,
  });
}

interface Row {
  id: string;
}

/** The first page of a list. */
export async function listed<Record extends Row>(page: Page, key: string, list: string): Promise<Record[]> {
  const answer = await ask(page, key, 'GET', `/${list}`);
  return ((await answer.json()) as { data: Record[] }).data;
}

/** The address part that names the letter which the reminders run proposes first. */
export async function proposedLetter(page: Page, key: string): Promise<string> {
  const answer = await ask(page, key, 'GET', '/reminders/proposals');
  const { data } = (await answer.json()) as {
    data: { customer: Row; currency: string; kind: string }[];
  };
  const [letter] = data;
  if (!letter) throw new Error('the demo company has nothing to remind of');
  return new URLSearchParams({
    customer: letter.customer.id,
    currency: letter.currency,
    kind: letter.kind,
  }).toString();
}
