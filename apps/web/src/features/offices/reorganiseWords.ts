import type { ResponseOf } from '#sync/apiTypes.ts'
import { count } from '#ui/numbers.ts'

export type ReorganisePreview = ResponseOf<'POST /offices/:id/reorganisation/preview'>
export type ReorganisedReport = ReorganisePreview['reports'][number]

const reasons: Record<NonNullable<ReorganisedReport['why']>, string> = {
  submitted: 'sudah pernah dikirim atau disetujui atas nama ini',
  'both-owe': 'penerusnya juga melaporkan jenis dan tahun yang sama; masing-masing diselesaikan sendiri',
  several: 'barisnya terbagi ke beberapa penerus',
  before: 'periodenya lewat sebelum penerusnya ada',
  together: 'laporan lain dari jenis itu, tahun yang sama atau sesudahnya, tetap di sini',
  practice: 'latihan tidak dipindahkan',
}

/** What happens to a report, in words. `ends`: its office ends on that day. */
export function reportWords({ outcome, why, to, begun }: ReorganisedReport, ends: boolean): string {
  const names = to.map(({ name }) => name).join(', ')
  if (outcome === 'moves') return `Pindah ke ${names}`
  if (outcome === 'covered') return `Kewajiban dihapus: sudah menjadi kewajiban ${names}`
  const rest = why ? `: ${reasons[why]}` : ''
  if (!ends) return `Tetap pada perangkat daerah ini${rest}`
  return `Tetap, ${begun ? 'diselesaikan' : 'dilaporkan'} atas nama lama${rest}`
}

/** `Laporan: 2 pindah, 1 tetap, 10 dihapus`. */
export function reportsTitle(reports: readonly Pick<ReorganisedReport, 'outcome'>[]): string {
  const of = (wanted: ReorganisedReport['outcome']) => reports.filter(({ outcome }) => outcome === wanted).length
  const removed = of('covered')
  return `Laporan: ${count(of('moves'))} pindah, ${count(of('stays'))} tetap${removed > 0 ? `, ${count(removed)} dihapus` : ''}`
}

/** One successor is a merge, several are a split. */
export const kindWords = (successors: number): 'penggabungan' | 'pemecahan' =>
  successors > 1 ? 'pemecahan' : 'penggabungan'
