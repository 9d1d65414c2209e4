// The shapes of personal data (`data_pribadi` of the form's data) as patterns; generator/text/personal_shapes.py says
// what they are.

/**
 * @typedef {object} NumberShape
 * @property {string} kode
 * @property {[least: number, most: number]} panjang
 * @property {string} pola
 * @property {string} [daftar]
 * @property {string} [setelah]
 * @property {string} [kecuali]
 * @property {string} [pasti]
 *
 * @typedef {object} Shapes
 * @property {number} sela
 * @property {NumberShape[]} nomor
 * @property {string} wajar
 * @property {string} senarai
 * @property {string} angka
 * @property {string} awal
 * @property {string} bertitik
 * @property {string} tampil
 * @property {string} alamat
 * @property {string} disebut
 * @property {string} obrolan
 * @property {{ nama: string, rapat: string, renggang: string, penyedia: string, lembaga: string[] }} surel
 * @property {Record<string, string>} rujukan
 * @property {string} hampa
 * @property {[first: string, last: string, number: number][]} bulatan
 *
 * @typedef {ReturnType<typeof kindOf>} Kind of number: how many digits, which; what stands before it or not
 * @typedef {ReturnType<typeof patternsOf>} Patterns
 */

/** @param {string} shape */
const everywhere = (shape) => new RegExp(shape, "giu");
/** @param {string} shape */
const once = (shape) => new RegExp(shape, "iu");

/** @param {NumberShape} shape */
const kindOf = ({ kode, panjang: [least, most], pola, daftar, setelah, kecuali, pasti }) => ({
  code: kode,
  least,
  most,
  sure: pasti,
  begins: everywhere(`(?=${pola})`),
  right: new RegExp(`^(?:${pola})$`, "u"),
  listed: daftar ? new RegExp(`^(?:${daftar})$`, "u") : undefined,
  after: setelah ? once(`^(?:${setelah})$`) : undefined,
  unless: kecuali ? once(kecuali) : undefined,
});

/** @param {Shapes} shapes */
export const patternsOf = (shapes) => ({
  gap: shapes.sela,
  kinds: shapes.nomor.map(kindOf),
  fewest: Math.min(...shapes.nomor.map(({ panjang: [least] }) => least)),
  honest: everywhere(shapes.wajar),
  list: everywhere(shapes.senarai),
  figure: everywhere(shapes.angka),
  beginning: everywhere(shapes.awal),
  dotted: everywhere(shapes.bertitik),
  shown: everywhere(shapes.tampil),
  address: everywhere(shapes.alamat),
  named: everywhere(shapes.disebut),
  chat: once(shapes.obrolan),
  name: once(shapes.surel.nama),
  tight: once(shapes.surel.rapat),
  loose: once(shapes.surel.renggang),
  provider: once(shapes.surel.penyedia),
  offices: shapes.surel.lembaga,
  empty: new RegExp(`^${shapes.hampa}`, "u"),
});
