import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../instance/settings.mjs';
import { findProgram } from '../system/programs.mjs';

/** A MinIO for the S3 suite, where the program is installed; else undefined. */
export function minioService({ dir, port, logs }) {
  const program = findProgram(['minio']);
  if (!program) return undefined;
  const settings = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY: 'countinghouse',
    S3_SECRET_KEY: 'countinghouse-test',
  };
  const data = join(dir, 'minio');
  const env = environment({
    MINIO_ROOT_USER: settings.S3_ACCESS_KEY,
    MINIO_ROOT_PASSWORD: settings.S3_SECRET_KEY,
  });
  const service = {
    name: 'minio',
    store: true,
    spec: () => {
      mkdirSync(data, { recursive: true });
      return {
        command: program,
        args: ['server', '--address', `127.0.0.1:${port}`, data],
        cwd: data,
        env,
        log: join(logs, 'minio.log'),
      };
    },
    ready: () =>
      fetch(`${settings.S3_ENDPOINT}/minio/health/live`).then(
        (answer) => answer.ok,
        () => false,
      ),
    stop: { signals: ['SIGTERM'], patience: 3000 },
  };
  return { settings, service };
}
