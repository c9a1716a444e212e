import type { Tampering } from './tampering.ts'

/** The SHA-256 of the bytes under an address now; null where there are none. */
export type FileHash = (sha256: string) => Promise<string | null>

/** What is wrong with the bytes of a file that history names; nothing where they are as they were kept. */
export async function* verifyBytes(
  fileHash: FileHash,
  { sha256, where, at }: { sha256: string } & Pick<Tampering, 'where' | 'at'>,
): AsyncGenerator<Tampering> {
  const hash = await fileHash(sha256)
  if (hash === null) yield { code: 'file-missing', where, message: 'Berkasnya tidak ada lagi.', at }
  else if (hash !== sha256) yield { code: 'file-changed', where, message: 'Isi berkas diganti.', at }
}
