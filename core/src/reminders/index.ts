export {
  createReminderLevel,
  createStandardReminderLevels,
  listReminderLevels,
  removeReminderLevel,
  updateReminderLevel,
} from './levels';
export { getReminderLetter, listReminderLetters } from './list';
export { listReminderPauses, pauseReminders, resumeReminders } from './pauses';
export { previewReminder } from './preview';
export { listReminderProposals } from './proposals';
export { runReminders } from './run';
export { sendReminders } from './send';
export { getReminderSettings, replanReminders, updateReminderSettings } from './settings';
export { skipReminders } from './skip';
export { sweepReminders } from './sweep';
