/** The cipher of old PDFs, which OpenSSL 3 does not offer any more. It protects nothing here: it only reads. */
export const rc4 = (key: Uint8Array, bytes: Uint8Array): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 0xff;
    swap(state, at, other);
  }
  const read = Buffer.alloc(bytes.length);
  for (let at = 0, one = 0, other = 0; at < bytes.length; at++) {
    one = (one + 1) & 0xff;
    other = (other + (state[one] ?? 0)) & 0xff;
    swap(state, one, other);
    read[at] = (bytes[at] ?? 0) ^ (state[((state[one] ?? 0) + (state[other] ?? 0)) & 0xff] ?? 0);
  }
  return read;
};

const swap = (state: Uint8Array, one: number, other: number): void => {
  const kept = state[one] ?? 0;
  state[one] = state[other] ?? 0;
  state[other] = kept;
};
