// Numbers of persons: runs of digits with a person's shape, and what tells that a run is another number after all.
import { WORDS_BEFORE } from "./settings.js";

/**
 * @typedef {import("./personal_shapes.js").Kind} Kind
 * @typedef {import("./personal_shapes.js").Patterns} Patterns
 * @typedef {[start: number, end: number]} Group of digits
 * @typedef {ReturnType<typeof runOf>} Run
 *
 * @typedef {object} Finding a piece of personal data
 * @property {string} code of the problem
 * @property {number} start
 * @property {number} end
 * @property {string} digits
 */

const DIGITS = /[0-9]+/g;
const SPOKEN = /[\p{L}\p{N}]/u;
const WORD_BEFORE = /[\p{L}\p{N}]+$/u;

/**
 * Groups of digits with few signs and no letter between them.
 * @type {(text: string, most: number) => Group[][]}
 */
const nearGroups = (text, most) => {
  /** @type {Group[][]} */
  const runs = [];
  let end = -1;
  for (const { 0: group, index } of text.matchAll(DIGITS)) {
    const gap = end < 0 ? "" : text.slice(end, index);
    if (end < 0 || gap.length > 2 * most || [...gap].length > most || SPOKEN.test(gap)) runs.push([]);
    end = index + group.length;
    runs[runs.length - 1].push([index, end]);
  }
  return runs;
};

/**
 * What the groups of a run are part of, by where they begin.
 * @type {(text: string, groups: Group[], patterns: Patterns) => { honest: Set<number>, figures: Set<number>,
 *   others: Set<number>, coded: Map<number, [before: number, behind: number]> }}
 */
const marksOf = (text, groups, { honest, list, figure, beginning, dotted }) => {
  const from = Math.max(0, groups[0][0] - 2);
  const near = text.slice(from, groups[groups.length - 1][1] + 2); // two characters behind the run tell a share
  /**
   * Where the groups begin of each match.
   * @param {RegExp} wanted
   */
  const parts = (wanted) =>
    [...near.matchAll(wanted)].map(({ 0: match, index }) =>
      [...match.matchAll(DIGITS)].map((group) => from + index + group.index),
    );
  const written = parts(honest);
  const inside = written.flatMap((starts) => starts.slice(1));
  return {
    honest: new Set([...written, ...parts(list)].flat()),
    figures: new Set(parts(figure).flat()),
    others: new Set([...inside, ...parts(beginning).map(([start]) => start)]),
    coded: new Map(parts(dotted).flatMap((starts) => starts.map((start, at) => [start, [at, starts.length - at - 1]]))),
  };
};

/**
 * A run of groups in `text`: its digits; `edges`: how many digits stand before a group -> which group; its marks, made
 * when they are asked for.
 * @param {string} text
 * @param {Group[]} groups
 * @param {Patterns} patterns
 */
const runOf = (text, groups, patterns) => {
  const edges = new Map([[0, 0]]);
  let digits = "";
  groups.forEach(([start, end], number) => {
    digits += text.slice(start, end);
    edges.set(digits.length, number + 1);
  });
  /** @type {ReturnType<typeof marksOf> | undefined} */
  let marks;
  const marked = () => {
    marks ??= marksOf(text, groups, patterns);
    return marks;
  };
  return { text, groups, edges, digits, marked };
};

/**
 * Whether a code with dots begins well before these groups, or begins among them and ends behind them.
 * @type {(run: Run, first: number, last: number) => boolean}
 */
const cutsACode = ({ groups, marked }, first, last) => {
  const { coded } = marked();
  const [head] = coded.get(groups[first][0]) ?? [0];
  const [within, tail] = coded.get(groups[last - 1][0]) ?? [0, 0];
  return head > 1 || tail > 1 || (tail === 1 && within < last - 1 - first);
};

/**
 * Whether these groups are honest writings, or a list of such for the most part and of plain figures.
 * @type {(run: Run, kind: Kind, first: number, last: number) => boolean}
 */
const isHonest = ({ text, groups, marked }, { listed }, first, last) => {
  const { honest, figures } = marked();
  const starts = groups.slice(first, last).map(([start]) => start);
  const known = starts.filter((start) => honest.has(start)).length;
  if (known === starts.length) return true;
  if (2 * known < starts.length - 1 || !listed?.test(text.slice(starts[0], groups[last - 1][1]))) return false;
  return starts.every((start) => honest.has(start) || figures.has(start));
};

/**
 * Whether the groups from `first` to before `last`, or what stands before them, tell of another number.
 * @type {(run: Run, kind: Kind, first: number, last: number) => boolean}
 */
const excused = (run, kind, first, last) => {
  const { text, groups } = run;
  const start = groups[first][0];
  const before = text.slice(Math.max(0, start - WORDS_BEFORE), start);
  const word = WORD_BEFORE.exec(before);
  if (kind.after && word && !kind.after.test(word[0])) return true;
  if (kind.sure && before.endsWith(kind.sure)) return false;
  if (kind.unless?.test(before + text.slice(start, groups[last - 1][1]))) return true;
  return run.marked().others.has(start) || cutsACode(run, first, last) || isHonest(run, kind, first, last);
};

/**
 * The group behind the longest number that begins at the group `first`, behind `begin` digits; 0 if there is none.
 * @type {(run: Run, kind: Kind, begin: number, first: number) => number}
 */
const lastOf = (run, kind, begin, first) => {
  for (let end = begin + kind.most; end >= begin + kind.least; end--) {
    const last = run.edges.get(end);
    if (last && kind.right.test(run.digits.slice(begin, end)) && !excused(run, kind, first, last)) return last;
  }
  return 0;
};

/**
 * Every stretch of whole groups that is a number of this kind; they may overlap.
 * @type {(run: Run, kind: Kind) => Finding[]}
 */
const ofKind = (run, kind) =>
  [...run.digits.matchAll(kind.begins)].flatMap(({ index: begin }) => {
    const first = run.edges.get(begin);
    const last = first === undefined ? 0 : lastOf(run, kind, begin, first);
    if (first === undefined || !last) return [];
    const groups = run.groups.slice(first, last);
    const digits = groups.map(([start, end]) => run.text.slice(start, end)).join("");
    return [{ code: kind.code, start: groups[0][0], end: groups[groups.length - 1][1], digits }];
  });

/** @type {(text: string, patterns: Patterns) => Finding[]} */
export const numbersIn = (text, patterns) => {
  const long = nearGroups(text, patterns.gap).filter(
    (groups) => groups[groups.length - 1][1] - groups[0][0] >= patterns.fewest,
  );
  const runs = long.map((groups) => runOf(text, groups, patterns));
  return runs.flatMap((run) => patterns.kinds.flatMap((kind) => ofKind(run, kind)));
};
