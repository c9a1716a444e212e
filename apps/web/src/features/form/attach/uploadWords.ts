import { percentOf } from '../../../lib/numbers.ts'
import type { Upload } from './fileQueue.ts'

/** Where a file that goes by itself is, in the words of its person. */
export function uploadWords({ sending, stored, bytes }: Upload, online: boolean): string {
  const percent = percentOf(stored, bytes)
  if (sending && online) return `Sedang dikirim ${percent} %`
  const come = percent > 0 ? `${percent} % sudah sampai, ` : ''
  if (!online) return `Di perangkat ini, ${come}${come ? 'dilanjutkan' : 'dikirim'} begitu ada sambungan`
  return `Di perangkat ini, ${come}${come ? 'segera dilanjutkan' : 'menunggu giliran'}`
}
