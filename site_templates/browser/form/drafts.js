// Drafts in this browser's own store, which may be full or forbidden.
import { root } from "./published.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {ReturnType<typeof drafts>} Draft
 */

/**
 * The draft that begins with `original`. It is stale if something else was published when it was begun.
 * @param {State} original
 */
export const drafts = (original) => {
  const name = `isian ${root.pathname} ${original.known}`;
  const now = JSON.stringify(original.data);
  let base = now;
  return {
    name,
    original,
    /** @returns {{ state: State, at: number, stale: boolean } | null} */
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(name) ?? "null");
        base = kept?.base ?? now;
        return kept && { ...kept, stale: base !== now };
      } catch {
        return null;
      }
    },
    /**
     * Whether it could be kept.
     * @param {State} state
     */
    keep(state) {
      try {
        localStorage.setItem(name, JSON.stringify({ state, base, at: Date.now() }));
        return true;
      } catch {
        return false;
      }
    },
    /** Whether anything can be kept at all. */
    able() {
      try {
        localStorage.setItem(`${name} uji`, "");
        localStorage.removeItem(`${name} uji`);
        return true;
      } catch {
        return false;
      }
    },
    drop() {
      base = now;
      try {
        localStorage.removeItem(name);
      } catch {
        // There was none.
      }
    },
  };
};
