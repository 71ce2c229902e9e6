/** A page with nothing around it: what Next itself costs. */
export default {
  serverExternalPackages: ['pg'],
  eslint: { ignoreDuringBuilds: true },
  outputFileTracingRoot: import.meta.dirname,
};
