// What the form's data would hand over; the test that runs these writes it.
import { readFileSync } from "node:fs";

export const { SHAPES, MONTHS, NUMBERS } = JSON.parse(readFileSync(process.env.PROGRAM, "utf8"));
