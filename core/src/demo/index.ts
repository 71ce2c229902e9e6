export { seedBenchmark } from './seed-benchmark';
export { seedDemo } from './seed-demo';
export { seedOrders } from './seed-orders';
