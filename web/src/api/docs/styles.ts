/** The product's paper and ink over Swagger UI's own styles. */
export const styles = `
:root {
  --paper: #faf8f4; --surface: #fff; --sunken: #f3f0e9; --line: #e6e1d7; --line-strong: #cfc8ba; --ink: #1f1d19;
  --muted: #5f5a50; --accent: #1d6a4c; --accent-ink: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171613; --surface: #1e1d19; --sunken: #131210; --line: #322f29; --line-strong: #4a463d; --ink: #eeebe3;
    --muted: #a8a294; --accent: #68b892; --accent-ink: #10211a;
  }
}
html, html body {
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
header a { text-underline-offset: 3px; }
code { font-family: 'IBM Plex Mono', ui-monospace, monospace; font-size: 0.92em; }

/* Swagger UI: one ground, one accent, methods told apart by their name. */
html .swagger-ui, html .swagger-ui .info .title, html .swagger-ui .opblock-tag,
html .swagger-ui .opblock .opblock-summary-description, html .swagger-ui table thead tr th,
html .swagger-ui .opblock-description-wrapper p, html .swagger-ui .parameter__name, html .swagger-ui label,
html .swagger-ui .tab li, html .swagger-ui .btn, html .swagger-ui .model-title, html .swagger-ui .response-col_status,
html .swagger-ui .opblock .opblock-section-header h4, html .swagger-ui .info li, html .swagger-ui .info p,
html .swagger-ui .renderedMarkdown p, html .swagger-ui .model, html .swagger-ui section.models h4 {
  font-family: inherit; color: var(--ink);
}
html .swagger-ui .wrapper, html .swagger-ui .scheme-container .schemes { max-width: 1100px; padding: 0 24px; }
html .swagger-ui .info { margin: 24px 0; }
html .swagger-ui .info .title { font-size: 22px; }
html .swagger-ui .info .title span, html .swagger-ui .info hgroup.main > a, html .swagger-ui .servers,
html .swagger-ui .servers-title { display: none; }
html .swagger-ui .info li { margin: 4px 0; }
html .swagger-ui a, html .swagger-ui .info a { color: var(--accent); }
html .swagger-ui code, html .swagger-ui .markdown code, html .swagger-ui .renderedMarkdown code {
  background: var(--sunken); color: var(--ink); font-weight: 400; font-size: 13px;
}
html .swagger-ui .scheme-container { background: none; box-shadow: none; padding: 0 0 8px; margin: 0; }
html .swagger-ui .opblock-tag { font-size: 17px; border-bottom: 1px solid var(--line); }
html .swagger-ui .opblock, html .swagger-ui .opblock[class] {
  background: var(--surface); border: 1px solid var(--line); box-shadow: none; margin: 0 0 6px; border-radius: 6px;
}
html .swagger-ui .opblock[class] .opblock-summary { border-color: var(--line); }
html .swagger-ui .opblock[class] .opblock-summary-method {
  background: none; color: var(--accent); text-align: left; min-width: 60px; padding: 6px 0 6px 8px; text-shadow: none;
  font: 600 13px/1.5 ui-monospace, monospace;
}
html .swagger-ui .opblock .opblock-summary-path { font: 14px/1.5 ui-monospace, monospace; color: var(--ink); }
html .swagger-ui .opblock .opblock-summary-description, html .swagger-ui .parameter__type,
html .swagger-ui .parameter__in, html .swagger-ui .prop-format { color: var(--muted); }
html .swagger-ui .opblock .opblock-section-header, html .swagger-ui .responses-inner, html .swagger-ui section.models,
html .swagger-ui section.models .model-container { background: none; box-shadow: none; }
html .swagger-ui .opblock .opblock-section-header { border-bottom: 1px solid var(--line); min-height: 44px; }
html .swagger-ui .opblock[class] .tab-header .tab-item.active h4 span::after { background: var(--accent); }
html .swagger-ui .btn, html .swagger-ui .btn.authorize {
  background: none; border: 1px solid var(--line-strong); box-shadow: none; color: var(--ink);
}
html .swagger-ui .btn svg,
html .swagger-ui button svg,
html .swagger-ui .expand-operation svg,
html .swagger-ui .authorization__btn svg { fill: var(--ink); }
html .swagger-ui .btn.authorize span { padding-right: 12px; }
html .swagger-ui .btn.execute { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
html .swagger-ui input[type], html .swagger-ui select, html .swagger-ui textarea {
  background-color: var(--surface); color: var(--ink); border: 1px solid var(--line-strong); box-shadow: none;
}
html .swagger-ui .highlight-code > .microlight, html .swagger-ui .opblock-body pre.microlight {
  background: var(--sunken) !important; color: var(--ink); font-size: 13px;
}
html .swagger-ui .highlight-code span { color: inherit !important; }
html .swagger-ui .dialog-ux .modal-ux { background: var(--surface); border-color: var(--line-strong); }
html .swagger-ui .dialog-ux .modal-ux-header h3, html .swagger-ui .dialog-ux .modal-ux-content h4 { color: var(--ink); }
`.trimStart();
