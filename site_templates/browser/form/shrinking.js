// A picture from a camera as it may be handed over: turned, small, and nothing in it but what it shows.
import { element } from "../page/boot.js";

const LONGEST = 1600; // pixels of its longer side
const MOST_BYTES = 400_000;
const MOST_READ = 60_000_000;
const QUALITIES = [0.82, 0.7, 0.55, 0.4];

/** @type {(canvas: HTMLCanvasElement, quality: number) => Promise<Blob | null>} */
const encoded = (canvas, quality) => new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));

/**
 * Drawn anew: what a file says besides its pixels (place, device, names) does not come along.
 * @param {ImageBitmap} picture
 */
const drawn = (picture) => {
  const by = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * by)));
  const canvas = element("canvas", { width, height });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#fff"; // behind what is transparent, which JPEG does not know
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
};

/** @param {Blob} blob */
const inBase64 = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const HEIC = /^ftyp(?:hei|hev|mif1|msf1)/; // behind the length of its first part
const HEIC_SAID =
  "berbentuk HEIC, yang tidak dapat dibaca peramban ini. Pada iPhone, buka Pengaturan, Kamera, Format, pilih Paling " +
  "Kompatibel, lalu potret lagi; atau simpan fotonya sebagai JPEG.";

/**
 * Why no picture comes of a file.
 * @param {File} file
 */
const reasonOf = async (file) => {
  const bytes = await file
    .slice(0, 16)
    .arrayBuffer()
    .catch(() => null); // gone from the phone, or not to be read
  if (!bytes) return "tidak dapat dibaca dari peranti ini. Pilih lagi fotonya.";
  const head = String.fromCharCode(...new Uint8Array(bytes));
  if (!head) return "kosong. Bila fotonya tersimpan di awan, buka dahulu di galeri, lalu pilih lagi.";
  if (HEIC.test(head.slice(4))) return HEIC_SAID;
  if (head.startsWith("%PDF")) return "berkas PDF, bukan gambar. Ambil tangkapan layarnya, lalu pilih gambar itu.";
  const kind = file.type.startsWith("image/") ? "rusak, atau bentuknya tidak dikenal peramban ini" : "bukan gambar";
  return `${kind}. Pakai JPEG, PNG, atau WebP.`;
};

/**
 * The picture in base64, or an Indonesian sentence why there is none.
 * @type {(file: File) => Promise<{ base64: string, refused?: never } | { refused: string }>}
 */
export const shrunk = async (file) => {
  if (file.size > MOST_READ) return { refused: `"${file.name}" terlalu besar, lebih dari 60 MB.` };
  const picture = await createImageBitmap(file).catch(() => null); // told below
  if (!picture) return { refused: `"${file.name}" ${await reasonOf(file)}` };
  const canvas = drawn(picture);
  picture.close();
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, quality);
    if (blob && blob.size <= MOST_BYTES) return { base64: await inBase64(blob) };
  }
  return {
    refused: `"${file.name}" terlalu besar atau terlalu rinci untuk dikecilkan di peranti ini. Pilih gambar lain.`,
  };
};

/**
 * A small view of a picture: the page's policy lets no address of it be an image.
 * @type {(base64: string, label: string) => Promise<HTMLCanvasElement>}
 */
export const thumbnail = async (base64, label) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const by = 160 / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * by, picture.height * by].map(Math.round);
  const canvas = element("canvas", { width, height, role: "img", ariaLabel: label });
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  return canvas;
};
