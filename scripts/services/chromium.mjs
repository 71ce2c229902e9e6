import { findProgram, isExecutable } from '../system/programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const FIXED = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that prints documents and runs the journeys: CHROMIUM_PATH, or what is installed. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && isExecutable(chosen)) return chosen;
  return findProgram(NAMES) ?? FIXED.find(isExecutable);
}
