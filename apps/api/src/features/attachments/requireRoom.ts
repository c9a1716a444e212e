import { lockUploadsOf, type Queryable, type Settings, type UploadRow, uploadUsage } from '@sepakat/db'
import { type ProblemError, problem } from '#http/problem.ts'

const MB = 1024 * 1024
/** Started and not attached, of one person: twenty of the largest files. More is a fault of a program, or ill will. */
export const mostWaitingBytes = 500 * MB

/** What one file adds: its sender, its report, its bytes, on the day of the region. */
export type ToUpload = Pick<UploadRow, 'person' | 'submission' | 'bytes'> & { today: string }
export type Quota = Pick<Settings, 'uploads' | 'region'>

/**
 * Counts one file more against what its sender may have under way and attach in a day, and what its report may hold. Of several at
 * once each is counted after the other, so the caller writes what it asked for in the same transaction.
 * @throws uploads-full, quota-reached
 */
export const requireRoom = async (tx: Queryable, file: ToUpload, { uploads, region }: Quota): Promise<void> => {
  await lockUploadsOf(tx, file.person)
  const { waiting, report, day } = await uploadUsage(tx, { ...file, zone: region.zone })
  if (waiting + file.bytes > mostWaitingBytes) throw problem('uploads-full')
  if (report + file.bytes > uploads.report * MB) throw quotaReached('report', uploads.report)
  if (day + file.bytes > uploads.personDay * MB) throw quotaReached('day', uploads.personDay)
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
