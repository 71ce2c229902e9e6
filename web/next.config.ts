import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** Packages that run as they are on the server: native parts, worker threads, or files read beside their code. */
const serverOnlyPackages = [
  '@node-rs/argon2',
  '@prisma/adapter-pg',
  '@prisma/client',
  'bullmq',
  'exceljs',
  'ioredis',
  'minio',
  'nodemailer',
  'pg',
  'pg-copy-streams',
  'pino',
  'prom-client',
  'rate-limiter-flexible',
];

interface WebpackConfig {
  module: { rules: object[] };
}

const nextConfig: NextConfig = {
  // A server in watch mode must not write into the build that another one serves.
  distDir: process.env.NODE_ENV === 'development' ? '.next/dev' : '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ['@countinghouse/core'],
  serverExternalPackages: serverOnlyPackages,
  // The edge compresses; doing it here again costs half of the throughput of a list page.
  compress: false,
  // The commit: clients of an older build reload instead of mixing two builds.
  ...(process.env.DEPLOYMENT_ID ? { deploymentId: process.env.DEPLOYMENT_ID } : {}),
  // `make test` checks types and lint of everything; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  eslint: { ignoreDuringBuilds: true },
  webpack(config: WebpackConfig) {
    const react = fileURLToPath(new URL('src/ui/react-for-mantine.mjs', import.meta.url));
    config.module.rules.push({
      test: /node_modules[\\/]@mantine[\\/]/,
      resolve: { alias: { react$: react } },
    });
    config.module.rules.push({
      test: /react-dom[\\/]cjs[\\/]react-dom-client\.production\.js$/,
      loader: fileURLToPath(new URL('scripts/hydrate-replayed.cjs', import.meta.url)),
    });
    return config;
  },
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/dates', '@tabler/icons-react'],
  },
};

export default createNextIntlPlugin('./src/i18n/request.ts')(nextConfig);
