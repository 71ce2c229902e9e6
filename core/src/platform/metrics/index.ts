export { observeHttp, observeJob, type HttpObservation, type JobObservation } from './observations';
export { counter, gauge, histogram, metrics, metricsText } from './registry';
