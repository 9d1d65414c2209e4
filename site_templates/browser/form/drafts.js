// Drafts in this browser's own store, which may be full or forbidden.
import { arePictures } from "./controls.js";
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
    const { data, lost, pictures, sent = [] } = state;
    const fit = isGroup(data) && shapes.every((shape) => isFit(data[shape.key], shape));
    if (fit && [lost, pictures, sent].every(Array.isArray)) return { state, base, at, stale: base !== now };
  } catch {
    // It is no draft of ours; the text is shown.
  }
  return { state: { lost: [{ why: UNREAD, text }] }, base: now, stale: false };
};

/** The beginning of all names of ours in the store. */
const OURS = `isian ${root.pathname} `;
const NEW = "baru ";
const PICTURES = " gambar";

/** A name that no other draft has. */
const anyId = () => crypto.getRandomValues(new Uint32Array(1))[0].toString(36);

/** @param {string} name */
const stored = (name) => {
  let text = "";
  isDone(() => {
    text = localStorage.getItem(name) ?? "";
  });
  return text;
};

/** @type {(name: string) => import("./package.js").Picture[]} */
const storedPictures = (name) => {
  try {
    const held = JSON.parse(stored(name + PICTURES) || "[]");
    return arePictures(held) ? held : [];
  } catch {
    // Spoilt: the entry names its pictures still, and the check says that they are not there.
    return [];
  }
};

/** @param {string} name */
const forget = (name) =>
  isDone(() => {
    localStorage.removeItem(name);
    localStorage.removeItem(name + PICTURES);
  });

/**
 * The draft that begins with `original`; of a new entry there may be several, each with its `id`. It is stale if
 * something else was published when it was begun.
 * @param {State} original
 * @param {Shape[]} shapes
 * @param {string} [id]
 */
export const drafts = (original, shapes, id = anyId()) => {
  const name = OURS + (original.known || NEW + id);
  const now = JSON.stringify(original.data);
  let base = now;
  return {
    name,
    id,
    /** The query of the page that opens it. */
    address: original.known ? `?ubah=${original.known}` : `?draf=${id}`,
    original,
    /** @returns {Kept | null} */
    read() {
      const text = stored(name);
      if (!text) return null;
      const kept = understood(text, now, shapes);
      base = kept.base;
      return { ...kept, state: { ...kept.state, fresh: storedPictures(name) } };
    },
    /**
     * What was typed goes before pictures where there is no room for both.
     * @param {State} state
     */
    keep(state) {
      const text = JSON.stringify({ state: { ...state, fresh: [] }, base, at: Date.now() });
      const act = () => localStorage.setItem(name, text);
      return isDone(act) || (isDone(() => localStorage.removeItem(name + PICTURES)) && isDone(act));
    },
    /** @param {import("./package.js").Picture[]} pictures */
    keepPictures: (pictures) =>
      isDone(() => {
        if (pictures.length) localStorage.setItem(name + PICTURES, JSON.stringify(pictures));
        else localStorage.removeItem(name + PICTURES);
      }),
    /** Whether anything can be kept at all. */
    able: () =>
      isDone(() => localStorage.setItem(`${name} uji`, "")) && isDone(() => localStorage.removeItem(`${name} uji`)),
    drop() {
      base = now;
      return forget(name);
    },
  };
};

/**
 * A draft in this browser.
 * @typedef {object} Begun
 * @property {string} id of a new entry's draft, "" of a correction
 * @property {string} address the query of the page that opens it
 * @property {string} title
 * @property {Partial<State>} state without its pictures
 * @property {number} at when it was changed last, 0 if that is not known
 * @property {() => boolean} drop
 */

/** Behind what all names of ours begin with. */
const DRAFT = /^(?:baru (?!.* (?:gambar|uji)$)(?<id>.+)|(?<slug>[a-z0-9-]+))$/;

/** @returns {Begun[]} the newest first */
export const begun = () => {
  /** @type {string[]} */
  const names = [];
  isDone(() => {
    for (let number = 0; number < localStorage.length; number++) names.push(localStorage.key(number) ?? "");
  });
  const found = names.flatMap((name) => {
    const { id = "", slug = "" } = (name.startsWith(OURS) && DRAFT.exec(name.slice(OURS.length))?.groups) || {};
    if (!id && !slug) return [];
    const { state, at = 0 } = understood(stored(name), "", []);
    const title = String(state.data?.nama ?? "").trim() || "Belum bernama";
    const address = slug ? `?ubah=${slug}` : `?draf=${id}`;
    return [{ id, address, title, state, at, drop: () => forget(name) }];
  });
  return found.sort((one, other) => other.at - one.at);
};
