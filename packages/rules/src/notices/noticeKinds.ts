/**
 * What people are told: of what their office owes (by the calendar, or because somebody asked for it), of what waits for them to
 * review, and of what is long overdue under them.
 */
export const noticeKinds = ['reminder', 'asked', 'digest', 'escalation'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeKindLabels: Record<NoticeKind, string> = {
  reminder: 'Pengingat tenggat laporan',
  asked: 'Diingatkan oleh koordinator',
  digest: 'Laporan yang menunggu diperiksa',
  escalation: 'Laporan yang lama terlambat',
}
