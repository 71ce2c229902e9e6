import { faults } from '../problem';

const frame = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Countinghouse</title>
<link rel="icon" href="data:,">
${head}<link rel="stylesheet" href="/api/docs/assets/docs.css">
</head>
<body>
<header><a href="/">Countinghouse</a><nav><a href="/api/docs">API</a> <a href="/api/docs/problems">Problems</a>
<a href="/api/v1/openapi.json">openapi.json</a></nav></header>
${body}
</body>
</html>
`;

/** The page that shows the OpenAPI document. */
export const docsPage = (nonce: string): string =>
  frame(
    'API',
    '<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">\n',
    `<main id="api"></main>
<script nonce="${nonce}" src="/api/docs/assets/swagger-ui-bundle.js" defer></script>
<script nonce="${nonce}" src="/api/docs/assets/start.js" defer></script>`,
  );

const advice: Record<keyof typeof faults, string> = {
  malformed: 'The body is no JSON, a header has the wrong form, or the request ended too early.',
  unauthenticated: 'Send Authorization: Bearer with a key that has not been revoked.',
  forbidden: 'The key lacks the scope that the operation names. Make one that has it.',
  'not-found': 'The record does not exist in the company of the key, or the address is wrong.',
  'method-not-allowed': 'The Allow header lists what works at this address.',
  conflict: 'The record is in a state that does not allow this, or a value that must be unique is taken.',
  stale: 'Read the record again, apply the change to the newest version, and send its ETag as If-Match.',
  'too-large': 'Send less at once. Files go to the storage directly and not through the API.',
  'unsupported-media-type': 'Send JSON with Content-Type: application/json.',
  invalid: 'The list in errors names each field and what is wrong with it.',
  'precondition-required': 'A change must send If-Match with the version it has seen.',
  'rate-limited': 'Wait for as many seconds as Retry-After says.',
  internal: 'Nothing was changed. The request id finds the cause in the logs.',
  unavailable: 'A part of the service is away. Repeat the request after Retry-After.',
};

/** The page that the `type` of a problem points to. */
export const problemsPage = (): string =>
  frame(
    'Problems',
    '',
    `<main class="text"><h1>Problems</h1>
<p>Every failure is answered with <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is one of these.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What to do</th></tr></thead><tbody>
${Object.entries(faults)
  .sort(([, a], [, b]) => a.status - b.status)
  .map(
    ([code, { status }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${advice[code as keyof typeof faults]}</td></tr>`,
  )
  .join('\n')}
</tbody></table></main>`,
  );
