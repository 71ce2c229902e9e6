/** Bytes as base64; a large array at once would be too many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768) {
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  }
  return btoa(text);
}

/** A file as the server takes it: compressed, as base64. */
export async function contentOf(file: File): Promise<string> {
  const packed = file.stream().pipeThrough(new CompressionStream('gzip'));
  return base64(new Uint8Array(await new Response(packed).arrayBuffer()));
}
