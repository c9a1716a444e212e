import type { Upload } from '#sync/uploads/fileListOf.ts'
import { percentOf } from '#ui/numbers.ts'
import type { UnsentFiles } from './useUnsentFiles.ts'

/** The state of a file that is sent by itself, in words for the user. */
export function uploadWords({ sending, stored, bytes, onPage, keeping, unsaid }: Upload, online: boolean): string {
  if (unsaid) return online ? 'Menyimpan keterangan…' : 'Keterangan di perangkat ini, dikirim begitu ada sambungan'
  const percent = percentOf(stored, bytes)
  if (sending && online) return `Sedang dikirim ${percent} %`
  if (keeping) return 'Menyimpan di perangkat ini…'
  const where = onPage ? 'Di halaman ini saja' : 'Di perangkat ini'
  const come = percent > 0 ? `${percent} % sudah sampai, ` : ''
  if (!online) return `${where}, ${come}${come ? 'dilanjutkan' : 'dikirim'} begitu ada sambungan`
  return `${where}, ${come}${come ? 'segera dilanjutkan' : 'menunggu giliran'}`
}

type Said = Pick<Upload, 'unsaid'>
/** So many files `file`, and so many descriptions of attached ones `description`. */
const counted = (files: number, file: string, said: number, description: string): string => {
  const words = [files > 0 && `${files} berkas${file}`, said > 0 && `keterangan ${said} berkas${description}`]
  const text = words.filter(Boolean).join(file ? ', ' : ' dan ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Files sent by themselves. */
export const goingWords = ({ waiting, saying }: UnsentFiles<Said>, online: boolean): string =>
  online
    ? counted(waiting - saying, ' sedang dikirim', saying, ' sedang disimpan')
    : `${counted(waiting - saying, '', saying, '')} menunggu jaringan`

/** Files that need the user. */
export const stuckWords = (stuck: readonly Said[]): string => {
  const said = stuck.filter(({ unsaid }) => unsaid).length
  return counted(stuck.length - said, ' tidak terkirim', said, ' belum tersimpan')
}
