// All that is written so far.

/**
 * @typedef {object} State
 * @property {import("../reading/form_data.d.ts").Group} data by official keys
 * @property {string} agency
 * @property {string} slug
 * @property {string} known the slug of the published entry that is corrected, "" for a new one
 * @property {{ why: string, text: string }[]} lost what of an opened file has no place
 * @property {string[]} pictures names of the files in its folder
 * @property {import("./package.js").Picture[]} fresh pictures that go along with it
 * @property {string[]} sent numbers under which it was handed over, the newest last
 * @property {number} step the question at which its writer stopped
 * @property {string[]} others slugs of namesakes that its writer says are other innovations
 * @property {string} from name of the file from which it was opened, "" for none
 */

/**
 * The same with data of its own; it is plain, as drafts keep it.
 * @type {(state: State) => State}
 */
export const ownCopy = (state) => JSON.parse(JSON.stringify(state));

/** @returns {State} */
export const blank = () => ({
  data: {},
  agency: "",
  slug: "",
  known: "",
  lost: [],
  pictures: [],
  fresh: [],
  sent: [],
  step: 0,
  others: [],
  from: "",
});
