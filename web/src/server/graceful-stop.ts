import type { Server } from 'node:http';

export interface StopPlan {
  server: Server;
  /** Milliseconds in which health already fails and requests are still taken, so that the edge looks elsewhere. */
  noticeMs: number;
  /** Milliseconds until the process leaves even if something still runs. */
  deadlineMs: number;
  onStopping: () => void;
  /** Closes what the requests used; runs after the last one is answered. */
  close: () => Promise<void>;
  exit: (code: number) => void;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/** Makes the function that a stop signal calls. A second call changes nothing. */
export function createStop(plan: StopPlan): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    plan.onStopping();
    const deadline = setTimeout(() => plan.exit(1), plan.deadlineMs);
    await pause(plan.noticeMs);
    await closed(plan.server);
    await plan.close();
    clearTimeout(deadline);
    plan.exit(0);
  };
  return () => (stopping ??= run());
}
