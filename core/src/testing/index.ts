export { snapshotFullOf, snapshotOf } from './documents';
export { actionsOf, jobsWaiting, mailsTo, rolledBack, tokenIn, type KeptMail } from './records';
export { testMember, type TestMember } from './member';
export { testTenant, type TestTenant } from './tenant';
