import { spelledDay } from '../periods/dates.ts'
import { isToDo } from '../workflow/statuses.ts'
import { daysBetween } from './noticeDays.ts'
import type { NoticeKind } from './noticeKinds.ts'
import type { NoticeLine } from './types.ts'

/** How many of these were overdue on a day. */
export const countLate = (lines: readonly Pick<NoticeLine, 'due'>[], day: string): number =>
  lines.filter(({ due }) => due !== null && due < day).length

/** What the notice is about in one sentence, as the subject of its mail and the heading on screen. */
export const noticeSubject = (
  kind: NoticeKind,
  /** Of all its reports, how many there are and how many of them are overdue. */
  { count, late }: { count: number; late: number },
): string => {
  const many = `${count} laporan`
  switch (kind) {
    case 'asked':
      return 'Laporan Anda ditunggu'
    case 'digest':
      return `${many} menunggu diperiksa`
    case 'escalation':
      return `${many} sudah lama terlambat`
    case 'reminder':
      if (late === 0) return `${many} mendekati tenggat`
      return late === count ? `${many} terlambat` : `${many} ditunggu, ${late} di antaranya terlambat`
  }
}

/** `terlambat 3 hari, tenggat 20 April 2026` · `tenggat hari ini`: how a report was on the day of its notice. */
export const noticeState = (
  { status, due, since }: Pick<NoticeLine, 'status' | 'due' | 'since'>,
  day: string,
): string => {
  if (!isToDo(status)) {
    const days = since === null ? 0 : daysBetween(since, day)
    return days === 0 ? 'masuk hari ini' : `menunggu ${days} hari, sejak ${spelledDay(since ?? day)}`
  }
  const waits =
    status === 'signing' ? 'menunggu tanda tangan; ' : status === 'returned' ? 'dikembalikan untuk diperbaiki; ' : ''
  if (due === null) return `${waits}tanpa tenggat`
  const days = daysBetween(day, due)
  if (days < 0) return `${waits}terlambat ${-days} hari, tenggat ${spelledDay(due)}`
  const when = days === 0 ? 'hari ini' : days === 1 ? 'besok' : `${days} hari lagi`
  return `${waits}tenggat ${when}, ${spelledDay(due)}`
}
