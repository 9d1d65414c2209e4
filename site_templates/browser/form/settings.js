// Written by `make browser` from the program's own constants: change it there.

// generator/layout.py
export const INNOVATIONS = "innovations";

// generator/reviewing/issue_form.py
export const NEW = "Inovasi baru";
export const CORRECTION = "Perbaikan";

// generator/catalogue/similarity.py
export const SPELLING = 0.85;

// generator/schema/entry.py
export const NAME_MAX = 300;
