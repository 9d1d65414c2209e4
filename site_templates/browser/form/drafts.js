// Drafts in this browser's own store, which may be full or forbidden.
import { root } from "./published.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("../reading/form_data.d.ts").Shape} Shape
 * @typedef {ReturnType<typeof drafts>} Draft
 * @typedef {{ state: Partial<State>, at?: number, stale: boolean }} Kept
 */

const UNREAD = "Draf lama di peramban ini tidak terbaca oleh formulir yang sekarang.";

/**
 * Whether the store did it.
 * @param {() => void} act
 */
const isDone = (act) => {
  try {
    act();
    return true;
  } catch {
    // Full, or forbidden as in a private window: the form says that it keeps nothing.
    return false;
  }
};

/** @type {(value: unknown) => boolean} */
const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * Whether the form can show a value.
 * @type {(value: any, shape: Shape) => boolean}
 */
const isFit = (value, shape) => {
  const { keyed, most, inner } = shape;
  if (value === undefined || value === null) return true;
  const one = { ...shape, keyed: false, most: 0 };
  if (keyed) return isGroup(value) && Object.values(value).every((group) => isFit(group, one));
  if (most) return Array.isArray(value) && value.every((item) => isFit(item, one));
  if (inner) return isGroup(value) && inner.every((each) => isFit(value[each.key], each));
  return typeof value !== "object";
};

/**
 * What was stored as text. Another edition of the form may have written it, or somebody spoilt it: then all of it is
 * told as what has no place.
 * @type {(text: string, now: string, shapes: Shape[]) => Kept & { base: string }}
 */
const understood = (text, now, shapes) => {
  try {
    const { state, base, at } = JSON.parse(text);
    const { data, lost, pictures } = state;
    const fit = isGroup(data) && shapes.every((shape) => isFit(data[shape.key], shape));
    if (fit && [lost, pictures].every(Array.isArray)) return { state, base, at, stale: base !== now };
  } catch {
    // It is no draft of ours; the text is shown.
  }
  return { state: { lost: [{ why: UNREAD, text }] }, base: now, stale: false };
};

/**
 * The draft that begins with `original`. It is stale if something else was published when it was begun.
 * @param {State} original
 * @param {Shape[]} shapes
 */
export const drafts = (original, shapes) => {
  const name = `isian ${root.pathname} ${original.known}`;
  const now = JSON.stringify(original.data);
  let base = now;
  return {
    name,
    original,
    /** @returns {Kept | null} */
    read() {
      let text = "";
      isDone(() => {
        text = localStorage.getItem(name) ?? "";
      });
      if (!text) return null;
      const kept = understood(text, now, shapes);
      base = kept.base;
      return kept;
    },
    /** @param {State} state */
    keep: (state) => isDone(() => localStorage.setItem(name, JSON.stringify({ state, base, at: Date.now() }))),
    /** Whether anything can be kept at all. */
    able: () =>
      isDone(() => localStorage.setItem(`${name} uji`, "")) && isDone(() => localStorage.removeItem(`${name} uji`)),
    drop() {
      base = now;
      return isDone(() => localStorage.removeItem(name));
    },
  };
};
