/** The product's paper and ink over Swagger UI's own styles. */
export const styles = `
:root {
  --paper: #faf8f4; --surface: #fff; --line: #e6e1d7; --ink: #1f1d19; --muted: #5f5a50; --accent: #1d6a4c;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #171613; --surface: #1e1d19; --line: #322f29; --ink: #eeebe3; --muted: #a8a294; --accent: #68b892; }
}
html body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 'IBM Plex Sans Variable', 'IBM Plex Sans', system-ui, sans-serif;
}
header {
  display: flex; gap: 24px; align-items: baseline; padding: 12px 24px;
  border-bottom: 1px solid var(--line); background: var(--surface);
}
header > a { font-weight: 600; color: var(--ink); text-decoration: none; }
header nav { display: flex; gap: 16px; flex-wrap: wrap; }
header nav a, main.text a { color: var(--accent); }
a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main.text { max-width: 900px; margin: 0 auto; padding: 24px; }
main.text h1 { font-size: 22px; }
main.text table { width: 100%; border-collapse: collapse; }
main.text th, main.text td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
main.text tr:target { background: color-mix(in srgb, var(--accent) 14%, transparent); }
code { font-family: 'IBM Plex Mono', ui-monospace, monospace; font-size: 0.92em; }
`.trimStart();
