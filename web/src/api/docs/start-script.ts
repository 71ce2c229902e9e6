/** Starts Swagger UI on the page; a file of its own, because the page's policy allows no inline script. */
export const startScript = `
SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: false,
  syntaxHighlight: { theme: 'nord' },
  presets: [SwaggerUIBundle.presets.apis],
});
`.trimStart();
