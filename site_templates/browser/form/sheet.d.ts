// What the modules that draw the form know of each other.
import type { FormData, Words } from "../reading/form_data.d.ts";
import type { Draft } from "./drafts.js";
import type { Keeping } from "./keeping.js";
import type { State } from "./state.js";

/** The form as it is drawn once: for one entry and its draft. */
export interface Sheet {
  form: FormData;
  words: (vocabulary?: string) => Words;
  state: State;
  draft: Draft;
  keeping: Keeping;
  /** Of the page, before faults are told in it. */
  title: string;
  /** Aborted once the form is drawn anew. */
  signal: AbortSignal;
  /** Draws it anew for another state, and says why. */
  restart: (next: State, said: string, to?: Draft) => void;
}

/** A part of the form: a folded one, or a question; `fill` draws the fields of its keys. */
export interface Section {
  folder: HTMLElement;
  fill: () => void;
  keys: string[];
  /** What to do for who does not know the answer. */
  unsure?: string;
}

/** The places of the page between which it turns. */
export interface Desk {
  /** Where somebody writes. */
  main: HTMLFormElement;
  /** What stands above it for who begins. */
  intro: HTMLElement;
  /** Of the faults, above it. */
  summary: HTMLElement;
  /** What was written, shown once more in its place. */
  looked: HTMLElement;
  sections: Section[];
}
