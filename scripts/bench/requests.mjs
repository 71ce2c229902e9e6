// The requests that the rows send.

/** Asks the API with a company's key. */
export const withKey = ({ key }, rest) => ({
  ...rest,
  headers: { Authorization: `Bearer ${key}`, ...rest.headers },
});

const listPath = '/api/v1/orders?limit=50';

/** The newest 50 orders of several companies in turn. */
export const listRequests = ({ listed }) => listed.map((company) => withKey(company, { path: listPath }));

/** One call of the API outside a load test: the parsed answer. @throws Error naming the status */
export async function call({ ports }, { key }, method, path, body) {
  const response = await fetch(`http://127.0.0.1:${ports.web}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
