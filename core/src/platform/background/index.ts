export { announceDemand } from './demand';
export { createPace } from './pace';
export { runInBackground } from './priority';
