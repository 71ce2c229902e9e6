export { createRateLimiter, type Allowance, type RateLimiter } from './rate-limiter';
