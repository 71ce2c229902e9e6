import { histogram } from './registry';

export interface HttpObservation {
  method: string;
  /** The template, such as `/api/v1/orders/{id}`; never the path that was asked for. */
  route: string;
  status: number;
  seconds: number;
}

const http = () =>
  histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labels: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });

/** Counts one answered HTTP request. */
export function observeHttp({ method, route, status, seconds }: HttpObservation): void {
  http().observe({ method, route, status }, seconds);
}

export interface JobObservation {
  job: string;
  outcome: 'done' | 'repeated' | 'failed';
  seconds: number;
}

const jobs = () =>
  histogram({
    name: 'job_duration_seconds',
    help: 'Time of one run of a background job.',
    labels: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900],
  });

/** Counts one run of a background job. */
export function observeJob({ job, outcome, seconds }: JobObservation): void {
  jobs().observe({ job, outcome }, seconds);
}
