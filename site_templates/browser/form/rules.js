// The rules of an entry, which come when somebody begins to write.

/** @typedef {typeof import("../checks/entry.js") & typeof import("../reading/values.js")} Rules */

/** @type {Promise<Rules> | undefined} */
let parts;

/** Fetches them once; if they could not be had, the next call asks again. */
export const tools = () => {
  parts ??= Promise.all([import("../checks/entry.js"), import("../reading/values.js")])
    .then(([entry, values]) => ({ ...entry, ...values }))
    .catch((error) => {
      parts = undefined;
      throw error;
    });
  return parts;
};
