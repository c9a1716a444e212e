const most = 12

/** `Nama belum ada (3): 1.01.02, …`; nothing of an empty list. */
export function codeWords(what: string, codes: string[]): string[] {
  if (codes.length === 0) return []
  const more = codes.length > most ? `, dan ${codes.length - most} lainnya` : ''
  return [`${what} (${codes.length}): ${codes.slice(0, most).join(', ')}${more}.`]
}
