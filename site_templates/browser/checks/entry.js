// All that the form asks of an entry: its text, its faults and what it changes. Nothing here knows a page;
// tests/site/test_form.py holds it to the program.
export { check, said } from "./entry_checks.js";
export { isEmpty, write } from "./entry_text.js";
export { isTaken } from "./file.js";
export { closedYears, effects } from "./standing.js";
