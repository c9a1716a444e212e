import type { signing } from '@sepakat/contract/endpoints/signing.ts'
import { bsreSigner, ownCertificate, type PdfSigner, type SigningFault, signPdf } from '@sepakat/documents'
import type { SigningWay } from '@sepakat/rules'
import type { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import { invalid } from '#http/problem.ts'
import { keepBytes } from '#storage/keepBytes.ts'

/** What went wrong, at the field where it can be mended. */
const faults: Record<SigningFault, [field: 'with' | 'nik' | 'passphrase', message: string]> = {
  'wrong-passphrase': ['passphrase', 'Passphrase tidak cocok menurut BSrE. Tulis lagi.'],
  'no-certificate': ['with', 'Sertifikat daerah di server ini tidak dapat dipakai. Hubungi pengelola server.'],
  'not-yet-valid': ['with', 'Sertifikat daerah di server ini belum berlaku. Hubungi pengelola server.'],
  expired: ['with', 'Masa berlaku sertifikat daerah di server ini sudah habis. Hubungi pengelola server.'],
  'not-registered': ['nik', 'NIK ini belum terdaftar di BSrE.'],
  'not-allowed': ['with', 'BSrE menolak nama atau sandi aplikasi ini. Hubungi pengelola server.'],
  unreachable: ['with', 'Layanan BSrE tidak menjawab, jadi belum ditandatangani. Coba lagi nanti.'],
  unverified: ['with', 'Hasilnya bukan dokumen ini dengan tanda tangan yang sah, jadi tidak disimpan. Coba lagi.'],
  refused: ['with', 'BSrE menolak menandatangani dokumen ini. Hubungi pengelola server.'],
}
const absent: Record<SigningWay, string> = {
  own: 'Sertifikat daerah belum dipasang di server ini. Hubungi pengelola server.',
  bsre: 'Sambungan ke BSrE belum dipasang di server ini. Hubungi pengelola server.',
}

interface Asked {
  body: z.output<typeof signing>
  deps: Pick<Deps, 'config' | 'storage' | 'region'>
  now: Date
}

/**
 * Signs a PDF as who asks chose, while he or she waits, and keeps it by its own hash. NIK and passphrase live as long as the request:
 * outside its transaction, in no event, and in no job. `pdf` is asked for once it can be signed; `reason`: what it is, as its
 * signature says.
 * @throws invalid with what the signer says
 */
export const signAndKeep = async (
  asked: Asked,
  { pdf, reason }: { pdf: () => Promise<Uint8Array>; reason: string },
) => {
  const { body, deps, now } = asked
  const signer = signerOf(asked)
  const { region } = await deps.region.get()
  const signed = await signPdf(await pdf(), signer, { reason, location: region.name, at: now })
  if ('fault' in signed) throw refused(body.with, signed.fault)
  return { sha256: await keepBytes(deps.storage, signed.pdf), bytes: signed.pdf.length }
}

const signerOf = ({ body, deps }: Asked): PdfSigner => {
  const { own, bsre } = deps.config.signing
  if (body.with === 'own' && own) return ownCertificate(own)
  if (body.with === 'bsre' && bsre) return bsreSigner(bsre, body)
  throw invalid('/with', absent[body.with])
}

const refused = (way: SigningWay, fault: SigningFault) => {
  const [field, message] = faults[way === 'own' && fault === 'wrong-passphrase' ? 'no-certificate' : fault]
  return invalid(`/${field}`, message)
}
