import { percentOf } from '../../../lib/numbers.ts'
import type { Upload } from './fileList.ts'

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
