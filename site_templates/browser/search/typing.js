// What happens while somebody types, and while what was asked for is under way.

const SLOW = 1000; // milliseconds until somebody who waits is told so

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

/**
 * What comes, and says meanwhile if it takes a while, unless there is a newer question.
 * @template Coming
 * @param {Promise<Coming>} coming
 * @param {() => boolean} isNewest
 * @param {(sentence: string) => void} say
 */
export const slowly = (coming, isNewest, say) => {
  const timer = setTimeout(() => isNewest() && say("Sedang mencari …"), SLOW);
  return coming.finally(() => clearTimeout(timer));
};
