/** So many at once: a call takes only so many arguments. */
const AT_ONCE = 0x8000;

/** The bytes as base64 (RFC 4648), with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE));
  }
  return btoa(text);
}

/** The bytes of a base64 text that has been found to be one. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** A checksum of four bytes, in hexadecimal. */
export function hexadecimal(crc32: number): string {
  return crc32.toString(16).padStart(8, '0');
}
