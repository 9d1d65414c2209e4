// @ts-nocheck
// The controls of the form's fields: a box, a choice, a group or a list for every shape of the program.
import { element } from "../page/boot.js";

const NEAR = 0.8; // of a limit, from which what is left is told
const FEW = 4; // words that are shown all at once instead of in a list to open
const LONG = 300; // characters from which a line gets a box of its own
const BLANK = "\u00a0";
export const PICTURES = "gambar";

/** What `table` itself holds under `name`, which people may have chosen: every object also has a `constructor`. */
export const own = (table, name) => (Object.hasOwn(table ?? {}, name) ? table[name] : undefined);

const id = (path) => path.join(".");
/** Nothing written yet, and nothing ticked. */
export const isVacant = (value) => (value !== null && typeof value === "object" ? Object.values(value).every(isVacant) : !value);
export const describe = (control, notes) =>
  control.setAttribute("aria-describedby", notes.filter(Boolean).map((note) => note.id).join(" "));

/**
 * What makes the controls of a field from its shape. `at` and `put` read and write what stands at a path, `changed` is
 * told of what changes otherwise, `tools` fetches the rules.
 */
export const controls = ({ form, words, at, put, changed, tools }) => {
  const neat = async (text, kind) => {
    try { return (await tools()).cleaned(text, kind, form.aturan.bulan); } catch { return text; }
  };

  const helpOf = (shape) => shape.help.replace(/^true bila/, "Centang bila");
  const box = (path, label, help, control, ...more) => {
    control.id = `i.${id(path)}`;
    const helping = help && element("span", { className: "k-note", id: `b.${id(path)}` }, help);
    describe(control, [helping]);
    return element("div", { id: `j.${id(path)}`, className: "k-kolom" },
      element("label", { htmlFor: control.id }, label), ...(helping ? [helping] : []), control, ...more);
  };
  const counted = (control, shape) => {
    const left = element("span", { className: "k-note" });
    const count = () => {
      const rest = shape.limit - [...control.value.trim()].length;
      left.role = "status";
      left.textContent = rest > shape.limit * (1 - NEAR) ? "" : rest < 0 ? `Kelebihan ${-rest} karakter.` : `Sisa ${rest} karakter.`;
    };
    control.addEventListener("input", count);
    count();
    return left;
  };
  const MODES = { tahun: "numeric", bilangan: "numeric", url: "url", surel: "email", telepon: "tel" };
  const typing = (shape, path, label) => {
    const tall = shape.kind === "prosa" || (shape.kind === "baris" && shape.limit >= LONG);
    const control = element(tall ? "textarea" : "input", { autocomplete: "off", value: at(path) ?? "" });
    if (tall) control.rows = shape.kind === "prosa" ? 6 : shape.limit > LONG ? 3 : 2;
    if (MODES[shape.kind]) control.inputMode = MODES[shape.kind];
    if (["url", "surel", "slug"].includes(shape.kind)) control.autocapitalize = "off";
    const dated = ["tanggal", "hari"].includes(shape.kind);
    // The line is there from the start, so that nothing moves when it speaks.
    const read = element("span", { className: "k-note", role: "status" }, BLANK);
    const tell = async () => {
      const { readDate, spoken } = await tools();
      const { pesan, tahun } = form.ditutup, year = control.value.slice(0, 4);
      const closed = path[0] === "riwayat" && Object.hasOwn(tahun, year) ? `. ${pesan.replace("{tahun}", year)}` : "";
      read.textContent = readDate(control.value) ? `Dibaca: ${spoken(control.value, form.aturan.bulan)}${closed}` : BLANK;
    };
    control.addEventListener("input", () => put(path, control.value));
    control.addEventListener("change", async () => {
      const typed = control.value, clean = await neat(typed, shape.kind);
      if (control.value !== typed) return;
      if (clean !== typed) {
        control.value = clean;
        put(path, clean);
        control.dispatchEvent(new Event("input"));
      }
      if (dated) tell().catch(() => {});
    });
    if (shape.key === "berkas" && path[0] === PICTURES) control.readOnly = true;
    const help = helpOf(shape) + (dated ? ' Di sini "17 Agustus 2025" juga terbaca.' : "");
    return box(path, label, help, control, ...(shape.limit ? [counted(control, shape)] : []), ...(dated ? [read] : []));
  };
  const options = (known, chosen, blankLabel) => [element("option", { value: "" }, blankLabel),
    ...Object.entries(known).map(([one, label]) => element("option", { value: one, selected: one === chosen }, label))];
  const chooser = (path, label, help, known, chosen, set, meanings = {}) => {
    const control = element("select", {}, ...options(known, chosen, "Pilih …"));
    const meaning = element("span", { className: "k-note", role: "status" }, own(meanings, chosen) ?? "");
    control.addEventListener("change", () => {
      set(control.value);
      meaning.textContent = own(meanings, control.value) ?? "";
    });
    return box(path, label, help, control, meaning);
  };
  const choice = (type, path, one, label, about, checked, set) => {
    const control = element("input", { type, id: `i.${id(path)}.${one}`, name: `i.${id(path)}`, value: one, checked });
    control.addEventListener("change", () => set(control.checked));
    const note = about && element("span", { className: "k-note", id: `b.${id(path)}.${one}` }, about);
    if (note) describe(control, [note]);
    return element("div", { className: "k-pilih" }, element("label", {}, control, ` ${label}`), ...(note ? [note] : []));
  };
  const framed = (path, label, help, ...children) => {
    const helping = help && element("p", { className: "k-note", id: `b.${id(path)}` }, help);
    const frame = element("fieldset", { id: `j.${id(path)}` }, element("legend", {}, label), ...(helping ? [helping] : []), ...children);
    if (helping) describe(frame, [helping]);
    return frame;
  };

  const required = (shape, inside) => shape.label + (!shape.required ? "" : inside ? " (wajib bila kelompok ini diisi)" : " (wajib)");
  const one = (shape, path, label) => {
    const { kind, vocabulary, inner = [] } = shape;
    if (kind === "kelompok") return framed(path, label, helpOf(shape), ...inner.map((each) => field(each, [...path, each.key], true)));
    if (kind === "ya_tidak") {
      const control = choice("checkbox", path, "ya", shape.label, helpOf(shape), [true, "true", "ya"].includes(at(path)),
        (checked) => put(path, checked));
      return element("div", { id: `j.${id(path)}`, className: "k-kolom" }, control);
    }
    if (kind !== "kata") return typing(shape, path, label);
    const known = words(vocabulary), few = Object.keys(known).length <= FEW;
    if (!few) return chooser(path, label, helpOf(shape), known, at(path), (value) => put(path, value), form.arti[vocabulary]);
    const none = shape.required ? [] : [["", "Belum diketahui"]];
    return framed(path, label, helpOf(shape), ...[...Object.entries(known), ...none].map(([word, text]) =>
      choice("radio", path, word, text, own(form.arti[vocabulary], word), (at(path) ?? "") === word, () => put(path, word))));
  };
  const ticks = (shape, path, label) => framed(path, label, helpOf(shape), ...Object.entries(words(shape.vocabulary)).map(([word, text]) =>
    choice("checkbox", path, word, text, "", (at(path) ?? []).includes(word), (checked) => {
      const others = (at(path) ?? []).filter((each) => each !== word);
      put(path, checked ? [...others, word] : others);
    })));

  const pressing = (text, label, act) => {
    const button = element("button", { type: "button", ariaLabel: label }, text);
    button.addEventListener("click", act);
    return button;
  };
  /** What stands in a list, each with buttons that move or remove it, and one button that adds to it. */
  const list = (shape, path, label) => {
    const { most, key, inner } = shape, single = { ...shape, most: 0, required: true, help: "" };
    const fresh = () => (inner ? {} : "");
    const items = element("div"), adding = element("p", { className: "k-chips" }), told = element("span", { role: "status" });
    const name = (number) => `${shape.label} ${number + 1}`;
    const redraw = (focus, said = "") => {
      const values = at(path) ?? [], fixed = key === PICTURES;
      items.replaceChildren(...values.map((_, number) => {
        const made = one(single, [...path, number], name(number));
        const turn = (by) => () => {
          [values[number], values[number + by]] = [values[number + by], values[number]];
          changed();
          redraw([number + by, by < 0 ? "naik" : "turun"], `${name(number)} menjadi ${name(number + by)}.`);
        };
        const buttons = [
          number > 0 && Object.assign(pressing("Naikkan", `Naikkan ${name(number)}`, turn(-1)), { value: "naik" }),
          number < values.length - 1 && Object.assign(pressing("Turunkan", `Turunkan ${name(number)}`, turn(1)), { value: "turun" }),
          !(shape.required && values.length < 2) && pressing("Hapus", `Hapus ${name(number)}`, () => {
            if (!isVacant(values[number]) && !confirm(`Hapus ${name(number)}? Isinya hilang.`)) return;
            values.splice(number, 1);
            changed();
            redraw([], `${name(number)} dihapus.`);
          }),
        ].filter(Boolean);
        if (buttons.length) made.append(element("p", { className: "k-chips" }, ...buttons));
        return made;
      }));
      adding.hidden = values.length >= most || fixed;
      told.textContent = said;
      if (!focus) return;
      const [number, button] = focus, item = items.children[number];
      (item?.querySelector(button ? `:scope > p > [value=${button}]` : "input, select, textarea") ?? item?.querySelector("button")
        ?? adding.firstElementChild).focus();
    };
    adding.append(pressing(`Tambah ${shape.label.toLowerCase()}`, null, () => {
      put(path, [...(at(path) ?? []), fresh()]);
      redraw([at(path).length - 1]);
    }));
    if (shape.required && !at(path)?.length) at(path.slice(0, -1))[key] = [fresh()];
    redraw();
    return framed(path, label, helpOf(shape), items, adding, told);
  };
  /** Groups that stand under words of a vocabulary. */
  const keyed = (shape, path, label) => {
    const known = words(shape.vocabulary), items = element("div");
    const picked = element("select", { id: `i.${id(path)}` });
    const add = pressing("Tambah", `Tambah ${shape.label.toLowerCase()}`, () => {
      const word = picked.value;
      if (!word) return picked.focus();
      put([...path, word], {});
      redraw();
      items.lastElementChild.querySelector("input, select, textarea").focus();
    });
    const redraw = () => {
      const values = at(path) ?? {};
      items.replaceChildren(...Object.keys(values).map((word) => {
        const inner = shape.inner.map((each) => field(each, [...path, word, each.key], true));
        const label = own(known, word) ?? word, made = framed([...path, word], label, "", ...inner);
        made.append(element("p", { className: "k-chips" }, pressing("Hapus", `Hapus ${label}`, () => {
          if (!isVacant(values[word]) && !confirm(`Hapus ${label}? Isinya hilang.`)) return;
          delete values[word];
          changed();
          redraw();
          picked.focus();
        })));
        return made;
      }));
      const left = Object.entries(known).filter(([word]) => !Object.hasOwn(values, word));
      picked.replaceChildren(...options(Object.fromEntries(left), "", "Pilih …"));
    };
    redraw();
    return framed(path, label, helpOf(shape), items,
      element("div", { className: "k-kolom" }, element("label", { htmlFor: picked.id }, `${shape.label}: tambah`), picked),
      element("p", { className: "k-chips" }, add));
  };
  const field = (shape, path, inside) => {
    const label = required(shape, inside && typeof path.at(-2) !== "number");
    if (shape.keyed) return keyed(shape, path, label);
    if (!shape.most) return one(shape, path, label);
    const all = shape.kind === "kata" && shape.most >= Object.keys(words(shape.vocabulary)).length;
    return (all ? ticks : list)(shape, path, label);
  };
  return { field, box, chooser };
};
