import {
  forgetUpload,
  lockToAttach,
  lockUploadsOf,
  type Queryable,
  type Settings,
  type UploadRow,
  type UploadUsage,
  uploadUsage,
} from '@sepakat/db'
import { mostWaitingBytes } from '#files/countComing.ts'
import { type ProblemError, problem } from '#http/problem.ts'

const MB = 1024 * 1024

/** What one file adds: its sender, its report, its bytes, on the day of the region. */
export type ToUpload = Pick<UploadRow, 'person' | 'submission' | 'bytes'> & { today: string }
export type Quota = Pick<Settings, 'uploads'>

/**
 * What a sender has under way and has attached in a day, and what the report holds. Of several at once each is counted after the
 * other, so the caller writes what it asked for in the same transaction. `attaching`: bytes that are named from now on; the upload by
 * which they came is counted no more.
 */
export const countUploads = async (
  tx: Queryable,
  { attaching, ...sender }: Omit<ToUpload, 'bytes'> & { attaching?: { sha256: string; upload: string | undefined } },
): Promise<UploadUsage> => {
  const [, , usage] = await Promise.all([
    attaching ? lockToAttach(tx, sender.person, attaching.sha256) : lockUploadsOf(tx, sender.person),
    attaching?.upload === undefined ? null : forgetUpload(tx, attaching.upload),
    uploadUsage(tx, sender),
  ])
  return usage
}

/** @throws uploads-full, quota-reached where so many bytes more are too many */
export const requireRoom = (bytes: number, { waiting, report, day }: UploadUsage, { uploads }: Quota): void => {
  if (waiting + bytes > mostWaitingBytes) throw problem('uploads-full')
  if (report + bytes > uploads.report * MB) throw quotaReached('report', uploads.report)
  if (day + bytes > uploads.personDay * MB) throw quotaReached('day', uploads.personDay)
}

/** What to do about a bound that is reached. */
const quotaReached = (reached: 'report' | 'day', megabytes: number): ProblemError => {
  const size = `${megabytes.toLocaleString('id-ID')} MB`
  return problem('quota-reached', {
    detail:
      reached === 'report'
        ? `Berkas ini tidak muat lagi: bukti laporan ini paling banyak ${size}, termasuk yang dilepas atau diganti, karena tetap tersimpan. Perkecil berkasnya, atau mintalah pengelola menaikkan batasnya di Pengaturan.`
        : `Berkas ini tidak muat lagi hari ini: dalam sehari Anda melampirkan paling banyak ${size}. Kirim lagi besok, atau mintalah pengelola menaikkan batasnya di Pengaturan.`,
  })
}
