import { buffer } from 'node:stream/consumers'
import {
  type AttachmentRecord,
  findSubmission,
  insertAttachment,
  listRevisions,
  lockSubmission,
  lockToAttach,
  noEvent,
  type Queryable,
  reader,
  type SubmissionRecord,
  signedPaper,
  submissionStream,
  written,
} from '@sepakat/db'
import { isOpen, kinds, signedPaperTitle } from '@sepakat/rules'
import { v7 } from 'uuid'
import { signAndKeep } from '#files/signAndKeep.ts'
import { lacking } from '#http/lacking.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'
import { attachmentAdded } from '#submissions/attachmentAdded.ts'
import { attachmentView } from '#submissions/attachmentView.ts'
import { madePdf } from '#submissions/keptPdf.ts'
import { officialPaperOf } from './officialPaperOf.ts'

type Asked = Context<'PUT /submissions/:id/revisions/:n/signature'>

/**
 * Signs the paper of the last submission and attaches it where its scan is attached. One is signed once, so that no digest of the
 * request is kept to know its repetition.
 * @throws not-found, no-right, wrong-status, needs-unmet, invalid with what the signer says
 */
export const signPaper = async (asked: Asked) => {
  const { params, body, actor, db, now } = asked
  const { submission, line, paper } = await toSign(reader(db), asked, await findSubmission(reader(db), params.id))
  const earlier = await signedPaper(reader(db), submission.id, line.n)
  if (earlier) return attachmentView(reader(db), earlier)
  const fileName = `${line.receipt} ${paper} bertanda tangan.pdf`
  const { sha256, bytes } = await signAndKeep(asked, {
    pdf: () => unsignedBytes(asked, { submission, line, paper }),
    reason: `${paper} ${line.receipt}`,
  })
  return asked.write(async tx => {
    await toSign(tx, asked, await lockSubmission(tx, submission.id))
    const first = await signedPaper(tx, submission.id, line.n)
    if (first) return noEvent(await attachmentView(tx, first))
    await lockToAttach(tx, actor.person.id, sha256)
    const attachment: AttachmentRecord = {
      id: v7(),
      anchor: '',
      title: signedPaperTitle(line.n),
      number: '',
      date: null,
      page: '',
      fileName,
      media: 'application/pdf',
      bytes,
      sha256,
      warnings: [],
      replaces: null,
      removed: false,
      by: actor.id,
      at: now,
    }
    const sender = { person: actor.person.id, today: actor.today }
    const bound = insertAttachment(tx, { ...attachment, submission: submission.id }, sender)
    const data = { attachment: attachment.id, revision: line.n, paper, with: body.with, sha256 }
    return written(
      await attachmentView(tx, attachment),
      { ...attachmentAdded(submission.id, attachment), bound },
      { stream: submissionStream(submission.id), type: 'paper.signed', data },
    )
  })
}

type ToSign = Awaited<ReturnType<typeof toSign>>

/** The last submission of a report that is no longer with its office, and the paper of it that the head signs. */
const toSign = async (tx: Queryable, { params, actor }: Asked, found: SubmissionRecord | null) => {
  const submission = requireMay(actor, 'submission.sign', found)
  if (isOpen(submission.status))
    throw problem('wrong-status', { detail: 'Naskahnya ditandatangani setelah laporannya dikirim.' })
  const line = (await listRevisions(tx, submission.id)).find(({ n }) => n === params.n)
  if (!line) throw problem('not-found')
  if (line.n !== submission.latestRevision)
    throw problem('wrong-status', { detail: 'Yang ditandatangani adalah naskah kiriman terakhir.' })
  const paper = kinds[submission.form]?.headSigns
  if (paper === undefined) throw lacking('paper', 'Laporan ini tidak punya naskah yang ditandatangani kepala.')
  return { submission, line, paper }
}

const unsignedBytes = async (asked: Asked, { submission, line, paper }: ToSign): Promise<Buffer> => {
  const { publicUrl } = asked.deps.config
  const official = await officialPaperOf(reader(asked.db), submission, { paper, line, publicUrl })
  if (!official) throw problem('not-found')
  const { pdf } = await madePdf(asked, { paper: official, job: { submission: submission.id, n: line.n, paper } })
  if (!pdf) throw lacking('made', 'Naskahnya sedang dibuat. Unduh dan baca dahulu, lalu tanda tangani.')
  return buffer(pdf)
}
