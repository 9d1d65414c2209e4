// What tables and values hold by themselves.

/**
 * What `table` itself holds under `name`, which people may have chosen: every object also has a `constructor`.
 * @template Held
 * @param {Record<string, Held> | null | undefined} table
 * @param {string} name
 * @returns {Held | undefined}
 */
export const own = (table, name) => (table && Object.hasOwn(table, name) ? table[name] : undefined);

/**
 * Nothing written yet, and nothing ticked.
 * @type {(value: unknown) => boolean}
 */
export const isVacant = (value) =>
  value !== null && typeof value === "object" ? Object.values(value).every(isVacant) : !value;
