// What happens while somebody types.

/**
 * Calls `work` once typing pauses, and hands it a function that tells whether it is still the newest call.
 * @param {(isNewest: () => boolean) => unknown} work
 */
export const paused = (work) => {
  let newest = 0;
  let timer = 0;
  return () => {
    const mine = ++newest;
    clearTimeout(timer);
    timer = setTimeout(() => work(() => mine === newest), 40);
  };
};
