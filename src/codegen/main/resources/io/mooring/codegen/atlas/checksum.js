// The CRC-32 of a text: what the page keeps of a formula, to see whether another one is the same.

const POLYNOMIAL = 0xedb88320;

/** The CRC-32 of the UTF-8 bytes of a text, in hexadecimal digits. */
export function checksum(text) {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    }
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
