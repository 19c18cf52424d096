const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A stored text as its contributor wrote it: a byte order mark stays, because hashes and offsets count it. Ill-formed bytes become
 * U+FFFD, as the tokeniser has it.
 */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
