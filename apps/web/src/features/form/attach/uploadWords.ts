import { percentOf } from '../../../lib/numbers.ts'
import type { Upload } from './fileQueue.ts'

/** Where a file is, in the words of its person. */
export function uploadWords({ state, sending, stored, bytes }: Upload, online: boolean): string {
  const percent = percentOf(stored, bytes)
  if (state === 'stuck') return 'Perlu Anda'
  if (state === 'ready') return 'Di perangkat ini, belum dikirim'
  if (sending && online) return `Sedang dikirim ${percent} %`
  const come = percent > 0 ? `${percent} % sudah sampai, ` : ''
  if (!online) return `Di perangkat ini, ${come}${come ? 'dilanjutkan' : 'dikirim'} begitu ada sambungan`
  return `Di perangkat ini, ${come}${come ? 'segera dilanjutkan' : 'menunggu giliran'}`
}
