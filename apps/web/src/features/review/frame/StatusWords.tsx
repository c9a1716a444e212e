import type { Submission } from '#sync/apiTypes.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { isMine } from '../moves/reviewing.ts'

/** The report's status and who has it, in a sentence. */
export function StatusWords({ submission }: { submission: Submission }) {
  const { posts } = useMe()
  const dates = useDates()
  const { status, claimedBy, statusBy, statusAt, returnDueAt, latestRevision, approvedRevision } = submission
  const since = dates.ago(statusAt)
  const who = claimedBy && (claimedBy.title ? `${claimedBy.name} (${claimedBy.title})` : claimedBy.name)
  const mine = isMine(submission, posts)
  const reopened = approvedRevision !== null && approvedRevision === latestRevision
  switch (status) {
    case 'draft':
      return `Masih disusun perangkat daerah. Yang tampak di sini kiriman terakhirnya.`
    case 'signing':
      return `Menunggu tanda tangan kepala perangkat daerah sejak ${since}.`
    case 'submitted':
      return `Menunggu diambil untuk diperiksa sejak ${since}.`
    case 'in-review':
      return mine ? `Anda memeriksa laporan ini sejak ${since}.` : `Diperiksa oleh ${who} sejak ${since}.`
    case 'second-review':
      if (!claimedBy) return `Lolos pemeriksaan pertama ${since}; menunggu pemeriksa kedua, orang yang berbeda.`
      return mine ? 'Anda pemeriksa kedua laporan ini.' : `Pemeriksa kedua: ${who}.`
    case 'returned':
      return `${reopened ? 'Dibuka kembali' : 'Dikembalikan'} ${statusBy ? `oleh ${statusBy.name} ` : ''}${since}.${
        returnDueAt ? ` Jawaban ditunggu sampai ${dates.long(returnDueAt)}.` : ''
      }${approvedRevision === null ? '' : ` Kiriman ke-${approvedRevision} tetap dihitung sebagai final.`}`
    case 'approved':
      return `Disetujui ${statusBy ? `oleh ${statusBy.name} ` : ''}pada ${dates.long(statusAt)}.`
  }
}
