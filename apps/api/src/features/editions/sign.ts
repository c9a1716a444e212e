import { buffer } from 'node:stream/consumers'
import {
  addSignedFile,
  type EditionFileRow,
  editionStream,
  noEvent,
  readEditionFile,
  reader,
  readSignedFile,
  written,
} from '@sepakat/db'
import { bsreSigner, ownCertificate, type PdfSigner, type SigningFault, signPdf } from '@sepakat/documents'
import { editionName, type SigningWay } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type FileStore, readIfKept } from '#storage/fileStore.ts'
import { keepBytes } from '#storage/keepBytes.ts'
import { findEdition, findEditionToWrite, requireStatus } from './findEdition.ts'
import { editionFileView } from './view.ts'

type Asked = Context<'PUT /editions/:id/files/:file/signature'>

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

const signerOf = ({ body, deps }: Asked): PdfSigner => {
  const { own, bsre } = deps.config.signing
  if (body.with === 'own' && own) return ownCertificate(own)
  if (body.with === 'bsre' && bsre) return bsreSigner(bsre, body)
  throw invalid('/with', absent[body.with])
}

/** The PDF that is to be signed. @throws needs-unmet unless it is one of the frozen edition, and there */
const unsignedBytes = async (store: FileStore, file: EditionFileRow): Promise<Buffer> => {
  if (file.format !== 'pdf' || file.draft || file.signs !== null)
    throw lacking('frozen-pdf', 'Yang ditandatangani adalah PDF yang dipesan setelah laporannya disahkan.')
  if (file.address === null) throw lacking('made', 'PDF ini belum selesai dibuat. Tunggu sampai siap, lalu ulangi.')
  const kept = await readIfKept(store, file.address)
  if (!kept) throw lacking('made', 'PDF ini sudah dibersihkan dari server. Pesan PDF lagi, lalu tanda tangani.')
  return buffer(kept)
}

/**
 * Signs the PDF of a frozen edition while who asks waits, and keeps it beside the unsigned. NIK and passphrase live as long as the
 * request: outside the transaction, in no event, and not in what is kept to answer a repetition, for one PDF is signed once.
 * @throws not-found, wrong-status, needs-unmet, invalid with what the signer says
 */
export const sign = async (asked: Asked) => {
  const { params, body, actor, db, deps, now } = asked
  const { edition, kind } = await findEdition(reader(db), params.id, actor)
  requireStatus(edition, 'frozen')
  const file = await readEditionFile(reader(db), edition.id, params.file)
  if (!file) throw problem('not-found')
  const earlier = await readSignedFile(reader(db), edition.id, file.id)
  if (earlier) return editionFileView(earlier)
  const signer = signerOf(asked)
  const unsigned = await unsignedBytes(deps.storage, file)
  const { region } = await deps.region.get()
  const words = { reason: editionName(kind, edition.period), location: region.name, at: now }
  const signed = await signPdf(unsigned, signer, words)
  if ('fault' in signed) throw refused(body.with, signed.fault)
  const sha256 = await keepBytes(deps.storage, signed.pdf)
  return asked.write(async tx => {
    await findEditionToWrite(tx, edition.id, actor)
    const first = await readSignedFile(tx, edition.id, file.id)
    if (first) return noEvent(editionFileView(first))
    const { id: editionId } = edition
    const row = { editionId, signs: file.id, signedWith: body.with, sha256, bytes: signed.pdf.length }
    const id = await addSignedFile(tx, { ...row, by: actor.id, at: now })
    const data = { edition: editionId, file: id, signs: file.id, with: body.with, sha256 }
    const view = editionFileView((await readEditionFile(tx, editionId, id))!)
    return written(view, { stream: editionStream(editionId), type: 'edition.signed', data })
  })
}

const refused = (way: SigningWay, fault: SigningFault) => {
  const [field, message] = faults[way === 'own' && fault === 'wrong-passphrase' ? 'no-certificate' : fault]
  return invalid(`/${field}`, message)
}
