import type { CockpitList } from '@sepakat/rules/cockpit/cockpitLists.ts'
import { count } from '#ui/numbers.ts'
import type { CockpitLineData, CockpitPage } from './cockpitQuery.ts'

export const listTitles: Record<CockpitList, string> = {
  late: 'Terlambat',
  stuck: 'Tersendat',
  waiting: 'Menunggu kita',
}

/** `12 dari 49 laporan yang sudah dapat dikirim, tetapi belum`: beyond what is counted it is said that there are more. @param others how many there are of no office */
export function totalWords(
  list: CockpitList,
  { count: n, of, more }: NonNullable<CockpitPage['total']>,
  others = 0,
): string {
  const beside = others > 0 ? ` dan ${count(others)} pekerjaan kabupaten` : ''
  if (list !== 'late') return `${more ? 'lebih dari ' : ''}${count(n)} laporan${beside}`
  if (!more) return `${count(n)} dari ${count(of)} laporan yang sudah dapat dikirim, tetapi belum`
  return n < of
    ? `${count(n)} laporan, dari lebih dari ${count(of)} yang belum dikirim`
    : `lebih dari ${count(n)} laporan`
}

export const emptyWords: Record<CockpitList, [title: string, explain: string]> = {
  late: [
    'Tidak ada yang terlambat',
    'Laporan yang lewat tenggat dan belum dikirim muncul di sini, yang terlama lebih dahulu.',
  ],
  stuck: [
    'Tidak ada yang tersendat',
    'Yang belum terlambat tetapi tidak bergerak muncul di sini: tanpa perubahan menjelang tenggat, menunggu tanda tangan, atau belum menjawab catatan.',
  ],
  waiting: [
    'Tidak ada yang menunggu kita',
    'Laporan yang dikirim muncul di sini sampai disetujui atau dikembalikan, begitu pula laporan kabupaten yang menunggu direviu atau disahkan.',
  ],
}

interface Words {
  /** `kemarin`, `4 hari lalu`. */
  ago: (instant: string) => string
  /** `terlambat 4 hari`, `3 hari lagi`. */
  due: (instant: string) => string
}

/** Why a line is in its list, and since when: `Terlambat 12 hari`, `Tidak berubah sejak 6 hari lalu`. */
export function whyWords(
  line: Pick<CockpitLineData, 'why' | 'since' | 'claimedBy' | 'claimedAt'>,
  { ago, due }: Words,
): string {
  const since = ago(line.since)
  switch (line.why) {
    case 'late': {
      const words = due(line.since)
      return words.charAt(0).toUpperCase() + words.slice(1)
    }
    case 'returned':
      return `Catatan belum dijawab; batasnya ${since}`
    case 'signing':
      return `Menunggu tanda tangan kepala sejak ${since}`
    case 'parts':
      return `Bagian unit lain belum selesai; batasnya ${since}`
    case 'idle':
      return `Tidak berubah sejak ${since}`
    case 'not-begun':
      return 'Belum dimulai'
    case 'asked':
      return `Minta dibuka kembali, ${since}`
    case 'unclaimed':
      return `Dikirim ${since}, belum diambil`
    case 'in-hand':
      return `Dikirim ${since}; diperiksa ${line.claimedBy ?? ''}${line.claimedAt ? ` sejak ${ago(line.claimedAt)}` : ''}`
  }
}

/** Whether it waits for the region, and not for its office. */
export const waiting = ({ why }: Pick<CockpitLineData, 'why'>): boolean =>
  why === 'unclaimed' || why === 'in-hand' || why === 'asked'
