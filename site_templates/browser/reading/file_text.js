// The text of a file in any of the encodings that editors write.

/** @param {ArrayBuffer} bytes */
export const decoded = (bytes) => {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // As old editors write; whatever its bytes are, they have a text.
    return new TextDecoder("windows-1252").decode(bytes);
  }
};
