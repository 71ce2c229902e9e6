import { defineConfig } from 'prisma/config';

/** Read by `prisma generate` only; migrations run through `npm run cli -- migrate`. */
export default defineConfig({ schema: 'prisma/schema' });
