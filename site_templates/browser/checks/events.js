// The dates of an innovation: none in the future, none in an impossible order, no stop without a reason, no state but of a report. The
// twin of generator/checks/events.py.
import { compareDates, spoken, stripped, surelyBefore } from "../reading/values.js";

/**
 * @typedef {import("./subject.d.ts").Subject} Subject
 * @typedef {import("./subject.d.ts").Path} Path
 * @typedef {import("../reading/dates.js").PartialDate} PartialDate
 * @typedef {{ kind: string, path: Path, date: PartialDate }} Event
 */

/**
 * What has happened, and the withdrawal.
 * @type {(subject: Subject) => { happened: Event[], withdrawn: Event[] }}
 */
const eventsOf = ({ sound, dates }) => {
  /** @type {(kind: string, path: Path) => Event[]} */
  const event = (kind, path) => {
    const date = dates.get(path.join("."));
    return date ? [{ kind, path, date }] : [];
  };
  const events = sound("riwayat") ?? [];
  return {
    happened: events.flatMap(({ peristiwa }, number) => event(stripped(peristiwa), ["riwayat", number, "tanggal"])),
    withdrawn: sound("ditarik") ? event("ditarik", ["ditarik", "tanggal"]) : [],
  };
};

/**
 * The first event of each kind that has its place in the order; kinds as they are told.
 * @type {(happened: Event[], order: string[]) => Map<string, Event>}
 */
const firstOf = (happened, order) => {
  /** @type {Map<string, Event>} */
  const first = new Map();
  for (const event of happened.filter(({ kind }) => order.includes(kind))) {
    const known = first.get(event.kind);
    if (!known || compareDates(event.date, known.date) < 0) first.set(event.kind, event);
  }
  return first;
};

/**
 * Events that cannot have happened before others, each with the other.
 * @type {(happened: Event[], withdrawn: Event[], rules: import("../reading/form_data.d.ts").Rules) => [Event, Event][]}
 */
const clashes = (happened, withdrawn, { urutan, berakhir }) => {
  const endings = happened.filter(({ kind }) => berakhir.includes(kind));
  /** @type {(one: Event, other: Event) => boolean} */
  const endedBetween = (one, other) =>
    endings.some(({ date }) => surelyBefore(one.date, date) && surelyBefore(date, other.date));
  /** @type {(event: Event, others: Event[]) => [Event, Event][]} */
  const beforeAll = (event, others) => {
    if (!others.length || !others.every((other) => surelyBefore(event.date, other.date))) return [];
    return [[event, others.reduce((least, other) => (compareDates(other.date, least.date) < 0 ? other : least))]];
  };
  const first = firstOf(happened, urutan);
  const inOrder = urutan.flatMap((kind) => first.get(kind) ?? []);
  /** @type {[Event, Event][]} */
  const pairs = inOrder.flatMap((event, place) => inOrder.slice(0, place).map((other) => [event, other]));
  const early = pairs.filter(([event, other]) => surelyBefore(event.date, other.date) && !endedBetween(event, other));
  return [
    ...early,
    ...endings.flatMap((event) => beforeAll(event, [...first.values()])),
    ...withdrawn.flatMap((event) => beforeAll(event, happened)),
  ];
};

/** @param {Subject} subject */
export const checkEvents = (subject) => {
  const { sound, dates, fault, context } = subject;
  const { today, aturan } = context;
  /** @type {(path: Path, read?: PartialDate) => void} */
  const future = (path, read) => {
    if (read && read.first > today) fault("A001", path, { nilai: read.text, hari_ini: spoken(today, aturan.bulan) });
  };
  const { happened, withdrawn } = eventsOf(subject);
  (sound("riwayat") ?? []).forEach(({ peristiwa, alasan, keadaan }, number) => {
    const kind = stripped(peristiwa);
    future(["riwayat", number, "tanggal"], dates.get(`riwayat.${number}.tanggal`));
    if (kind === aturan.berhenti && !alasan) fault("A003", ["riwayat", number, "alasan"]);
    if (keadaan && kind !== aturan.laporan)
      fault("A010", ["riwayat", number, "keadaan"], { nilai: stripped(keadaan), peristiwa: kind });
  });
  if (sound("diperiksa")) future(["diperiksa"], dates.get("diperiksa"));
  for (const { path, date } of withdrawn) future(path, date);
  for (const [event, other] of clashes(happened, withdrawn, aturan))
    fault("A002", event.path, {
      nilai: spoken(event.date.text, aturan.bulan),
      peristiwa: event.kind,
      lain: other.kind,
      tanggal_lain: spoken(other.date.text, aturan.bulan),
    });
};
