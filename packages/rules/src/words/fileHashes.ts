/** The first 16 digits of the SHA-256 of each file, under its title: a paper's proof of its attachments. */
export const fileHashes = (files: readonly { title: string; sha256: string }[]): Record<string, string> => {
  const said = new Map<string, string[]>()
  for (const { title, sha256 } of files) {
    const name = `SHA-256 (awal) “${title}”`
    said.set(name, [...(said.get(name) ?? []), sha256.slice(0, 16)])
  }
  return Object.fromEntries([...said].map(([name, hashes]) => [name, hashes.join(', ')]))
}
