// The kinds of value that an entry holds, one module a kind; none knows a page.
export { agenciesLike, agencyCalled } from "./agencies.js";
export { spokenAmount, writtenAmount } from "./amounts.js";
export { amountBack, dateBack } from "./asking_back.js";
export * from "./cleaning.js";
export { compareDates, meantDate, readDate, spoken, surelyBefore } from "./dates.js";
export { MAIL, PHONE } from "./settings.js";
export { addressesOf, asSlug, compared, isSlug, nearest, proposedSlug, shortSlug } from "./slugs.js";
export { BANNED, bared, isPrintable, isVisible, lengthOf, oneLine, paragraphs, stripped } from "./texts.js";
export { addressFault } from "./web_address.js";
export { writtenDate } from "./written_dates.js";
