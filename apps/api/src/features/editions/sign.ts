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
import { editionName } from '@sepakat/rules'
import { signAndKeep } from '#files/signAndKeep.ts'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type FileStore, readIfKept } from '#storage/fileStore.ts'
import { findEdition, findEditionToWrite, requireStatus } from './findEdition.ts'
import { editionFileView } from './view.ts'

type Asked = Context<'PUT /editions/:id/files/:file/signature'>

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
 * Signs the PDF of a frozen edition and keeps it beside the unsigned. One PDF is signed once, so that no digest of the request is
 * kept to know its repetition.
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
  const { sha256, bytes } = await signAndKeep(asked, {
    pdf: () => unsignedBytes(deps.storage, file),
    reason: editionName(kind, edition.period),
  })
  return asked.write(async tx => {
    await findEditionToWrite(tx, edition.id, actor)
    const first = await readSignedFile(tx, edition.id, file.id)
    if (first) return noEvent(editionFileView(first))
    const { id: editionId } = edition
    const row = { editionId, signs: file.id, signedWith: body.with, sha256, bytes }
    const id = await addSignedFile(tx, { ...row, by: actor.id, at: now })
    const data = { edition: editionId, file: id, signs: file.id, with: body.with, sha256 }
    const view = editionFileView((await readEditionFile(tx, editionId, id))!)
    return written(view, { stream: editionStream(editionId), type: 'edition.signed', data })
  })
}
