import { count } from '#ui/numbers.ts'
import type { Readiness } from './queries.ts'

/** `38 dari 49 laporan sudah disetujui.` */
export function readinessSentence({ forms }: Readiness): string {
  const owed = forms.reduce((sum, form) => sum + form.owed, 0)
  const approved = forms.reduce((sum, form) => sum + form.approved, 0)
  if (owed === 0) return 'Belum ada kewajiban lapor untuk periode ini.'
  if (approved === owed) return `Semua ${count(owed)} laporan yang dibaca sudah disetujui.`
  return `${count(approved)} dari ${count(owed)} laporan yang dibaca sudah disetujui; ${count(owed - approved)} belum.`
}
