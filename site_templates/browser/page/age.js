// The catalogue is built anew every day: a page that is older says so itself, by the clock of who reads it.
const OLD = 345_600_000; // milliseconds from the beginning of its day on: the day itself and three more

/**
 * Whether a page is not older than three days.
 * @type {(built: string | undefined, now?: number) => boolean} `built` is the day of its build, `2026-11-24`
 */
export const isFresh = (built, now = Date.now()) => now - Date.parse(`${built}`) < OLD;
