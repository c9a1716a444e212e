import type { ResponseOf } from '#sync/apiTypes.ts'
import { count } from '#ui/numbers.ts'

type Reminder = ResponseOf<'POST /obligations/:id/reminders'>

/** Who was told, and how many of them by mail too: no user is told twice a day. */
export function reminderWords({ again, by, told }: Pick<Reminder, 'again' | 'by' | 'told'>): string {
  if (again) return `Sudah diingatkan hari ini oleh ${by.name}; tidak dikirim lagi.`
  if (told.length === 0) return 'Tercatat, tetapi belum ada orang di perangkat daerah ini yang dapat diberi tahu.'
  const mails = told.filter(({ mail }) => mail !== 'none').length
  return `${count(told.length)} orang diberi tahu di SEPAKAT${mails > 0 ? `, ${count(mails)} juga lewat surel` : ''}.`
}
