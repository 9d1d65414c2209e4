// @ts-nocheck
// Faults beside their fields and in a summary on top, which has the focus; each of its links leads to a field.
import { element } from "../page/boot.js";
import { own } from "./controls.js";
import { spoken } from "../reading/values.js";

/** Opens what hides `target`, shows it and puts the focus into it. */
export const unfold = (target) => {
  for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  (target.querySelector("input, select, textarea, button") ?? target).focus();
  target.scrollIntoView();
};

/** The box of the field at `path`, or of what holds it; null where the whole entry is meant. */
const boxOf = (path) => {
  for (let length = path.length; length; length--) {
    const found = document.getElementById(`j.${path.slice(0, length).join(".")}`);
    if (found) return found;
  }
  return null;
};

export const complaints = ({ main, summary, title, form, said }) => {
  const labels = Object.fromEntries(form.kolom.map(({ key, label }) => [key, label]));
  /** What the form calls the field at `path`. */
  const nameOf = (path) => {
    let name = { perangkat_daerah: "Perangkat daerah", nama_berkas: "Nama berkas" }[path[0]], known = form.kolom, item = "";
    for (const part of path) {
      const shape = known?.find(({ key }) => key === part);
      if (shape) name = shape.label + item;
      if (typeof part === "number") name = `${name} ${part + 1}`;
      if (shape) known = shape.inner;
      if (known && (typeof part === "number" || (shape && !shape.most))) item = ` pada ${name}`;
    }
    return name;
  };
  /** A value as readers of the form know it: dates in words, labels instead of words and keys. */
  const shown = (code, path, value) => {
    if (code === "A001" || code === "I017") return spoken(value, form.aturan.bulan);
    if (code === "A006") return own(form.perangkat_daerah, value)?.nama ?? value;
    if (code === "A009") return own(labels, value) ?? value;
    const { vocabulary } = code === "I016" ? form.kolom.find(({ key }) => key === path[0]) : {};
    return own(form.kata[vocabulary], value) ?? value;
  };
  /** The sentence and the cure, with labels where files have keys. */
  const told = ({ code, path, values }) => {
    const named = { ...values, kolom: nameOf(path) };
    if (code.startsWith("K")) named.kolom = values.kolom.split(", ").map((key) => labels[key] ?? key).join(", ").toLowerCase();
    named.nilai = shown(code, path, values.nilai);
    if (code === "A002") for (const name of ["peristiwa", "lain"]) named[name] = form.kata.peristiwa[values[name]].toLowerCase();
    if (code === "B006") named.lain = `inovasi lain, dengan alamat inovasi/${values.nilai}/`;
    return said({ code, values: named }, form.pesan).map((text) => `${text[0].toUpperCase()}${text.slice(1)}.`).join(" ");
  };
  const notesOf = (control) => (control.getAttribute("aria-describedby") ?? "").split(" ").filter((note) => note && !note.startsWith("g."));

  const clear = () => {
    for (const each of main.querySelectorAll(".k-galat")) each.remove();
    for (const each of main.querySelectorAll("[aria-describedby*='g.']")) each.setAttribute("aria-describedby", notesOf(each).join(" "));
    for (const each of main.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
    summary.replaceChildren();
    document.title = title;
  };
  const beside = (target, text, number) => {
    const message = element("p", { className: "k-galat", id: `g.${number}` }, `Galat: ${text}`);
    const head = target.querySelector(":scope > label, :scope > legend");
    if (head) head.after(message);
    else target.prepend(message);
    const alone = target.tagName !== "FIELDSET", control = alone ? target.querySelector("input, select, textarea") : target;
    if (alone) control.ariaInvalid = "true";
    control.setAttribute("aria-describedby", [...notesOf(control), message.id].join(" "));
  };
  /** Shows `faults` in place of those shown before; none if there are none. */
  const complain = (faults) => {
    clear();
    if (!faults.length) return;
    // In the order of the page; what concerns the whole entry comes first.
    const order = ({ target: one }, { target: other }) => {
      if (!one || !other || one === other) return !!one - !!other;
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    };
    const placed = faults.map((fault) => ({ fault, target: boxOf(fault.path) })).sort(order);
    const links = placed.map(({ fault, target }, number) => {
      const text = told(fault);
      if (!target) return element("li", {}, text);
      beside(target, text, number);
      const link = element("a", { href: `#${target.id}` }, text);
      link.addEventListener("click", (event) => { event.preventDefault(); unfold(target); });
      const known = fault.code === "B006" && element("a", { href: `?ubah=${fault.values.nilai}`, target: "_blank" }, "Perbaiki isian yang sudah ada");
      return element("li", {}, link, ...(known ? [" ", known] : []));
    });
    summary.replaceChildren(element("div", { className: "k-box k-box-warn", tabIndex: -1, role: "alert" },
      element("h2", {}, `Ada ${faults.length} hal yang perlu diperbaiki`), element("ul", {}, ...links)));
    document.title = `Galat: ${title}`;
    summary.firstElementChild.focus();
  };
  return { complain, told };
};
