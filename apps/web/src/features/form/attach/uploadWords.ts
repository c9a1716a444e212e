import { percentOf } from '../../../lib/numbers.ts'
import type { Upload } from './fileList.ts'
import type { UnsentFiles } from './useUnsentFiles.ts'

/** Where a file that goes by itself is, in the words of its person. */
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
/** So many files `file`, and what was said of so many attached ones `description`. */
const counted = (files: number, file: string, said: number, description: string): string => {
  const words = [files > 0 && `${files} berkas${file}`, said > 0 && `keterangan ${said} berkas${description}`]
  const text = words.filter(Boolean).join(file ? ', ' : ' dan ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What of the files goes by itself. */
export const goingWords = ({ waiting, saying }: UnsentFiles<Said>, online: boolean): string =>
  online
    ? counted(waiting - saying, ' sedang dikirim', saying, ' sedang disimpan')
    : `${counted(waiting - saying, '', saying, '')} menunggu jaringan`

/** What of the files needs their person. */
export const stuckWords = (stuck: readonly Said[]): string => {
  const said = stuck.filter(({ unsaid }) => unsaid).length
  return counted(stuck.length - said, ' tidak terkirim', said, ' belum tersimpan')
}
