// The catalogue is built anew every day: a page that is older says so itself, by the clock of who reads it.
const DAY = 86_400_000; // milliseconds
const FRESH = 3; // days after that of the build on which a page is still new

/**
 * Whether a page is older than three days.
 * @type {(built: string, now: number) => boolean} `built` is the day of its build, `2026-11-24`
 */
export const isOld = (built, now) => now - Date.parse(built) >= (FRESH + 1) * DAY;
