export { runChecks, standardChecks, type HealthCheck, type HealthReport } from './checks';
export { serveOperations } from './operations';
export { isReady, serveReadiness, stopBeingReady } from './readiness';
export { startOperationsServer, type OperationsServer } from './server';
