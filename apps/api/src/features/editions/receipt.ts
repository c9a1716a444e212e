import { api } from '@sepakat/contract'
import {
  editionStream,
  listEditionSendings,
  lockToAttach,
  putEditionReceipt,
  type ReceiptFile,
  reader,
  type Transaction,
  written,
} from '@sepakat/db'
import { comingBytes, countComing } from '#files/countComing.ts'
import { fileNameOf } from '#files/fileNameOf.ts'
import { fileReply } from '#files/fileReply.ts'
import { judgeReceived } from '#files/judgeReceived.ts'
import type { Judged } from '#files/judging/judged.ts'
import { receiveUpload } from '#files/receiveUpload.ts'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { type Received, readIfKept } from '#storage/fileStore.ts'
import { findEdition, findEditionToWrite, requireStatus } from './findEdition.ts'

type Attaching = Context<'PUT /editions/:id/sendings/:addressee/receipt'>
const { body: fields } = api['PUT /editions/:id/sendings/:addressee/receipt']

/** What is scanned; a workbook or a text that anybody may write is no receipt. */
const isScan = (media: Judged['media']): boolean => media === 'application/pdf' || media.startsWith('image/')

/**
 * Keeps the receipt of a sending that is recorded, in place of the one before. Who may not write to this edition is told so before the
 * file is taken.
 * @throws not-found, wrong-status, needs-unmet, and what is wrong with the file
 */
export const attachReceipt = async (asked: Attaching) => {
  const { params, actor, db, deps, request } = asked
  const { edition } = await findEdition(reader(db), params.id, actor)
  requireStatus(edition, 'frozen')
  return countComing(actor.person.id, comingBytes(request), () =>
    receiveUpload({ request, store: deps.storage, fields }, async upload => {
      const { media } = await judgeReceived(upload)
      if (!isScan(media))
        throw problem('file-refused', { detail: 'Tanda terima dilampirkan sebagai PDF, JPEG, PNG, atau WEBP.' })
      const { received } = upload
      const { bytes, sha256 } = received
      const file = { fileName: fileNameOf(upload.fileName, media), media, bytes, sha256 }
      return asked.write(tx => keepReceipt(tx, asked, { file, received }))
    }),
  )
}

/** The edition is locked, then the bytes, so that no sweep takes them away between. */
const keepReceipt = async (
  tx: Transaction,
  { params: { id, addressee }, actor, deps }: Attaching,
  { file, received }: { file: ReceiptFile; received: Received },
) => {
  const { edition } = await findEditionToWrite(tx, id, actor)
  await lockToAttach(tx, actor.person.id, file.sha256)
  await deps.storage.keep(received)
  if (!(await putEditionReceipt(tx, edition.id, { addressee, ...file })))
    throw lacking('sent', 'Catat dahulu kapan laporan ini disampaikan, lalu lampirkan tanda terimanya.')
  const { sha256, bytes, media } = file
  const data = { edition: edition.id, addressee, sha256, bytes, media }
  return written(file, { stream: editionStream(edition.id), type: 'edition.receipt-attached', data })
}

/** The bytes of a receipt. @throws not-found */
export const receiptContent = async ({
  params,
  actor,
  db,
  deps,
}: Context<'GET /editions/:id/sendings/:addressee/receipt'>) => {
  const tx = reader(db)
  const { edition } = await findEdition(tx, params.id, actor)
  const sent = (await listEditionSendings(tx, edition.id)).find(({ addressee }) => addressee === params.addressee)
  const bytes = sent?.file && (await readIfKept(deps.storage, sent.file.sha256))
  if (!sent?.file || !bytes) throw problem('not-found')
  return fileReply(bytes, sent.file)
}
