import { count } from '#ui/numbers.ts'
import type { Covered } from './recapLines.ts'

/** `17 dari 29 layanan sudah masuk; 12 di antaranya sudah disetujui.` */
export function coverageSentence({ owed, reported, approved }: Covered['coverage'], rows: string): string {
  const came = `${count(reported)} dari ${count(owed)} ${rows} sudah masuk`
  if (reported === 0) return `${came}.`
  if (approved === reported) return `${came}; semua yang masuk sudah disetujui.`
  return approved === 0
    ? `${came}; belum ada yang disetujui.`
    : `${came}; ${count(approved)} di antaranya sudah disetujui.`
}
