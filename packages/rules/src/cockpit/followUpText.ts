import type { StuckReason } from './stuckWhy.ts'

/** Why a report is followed up; the last three of one that waits for the region. */
export type FollowUpReason = 'late' | StuckReason | 'unclaimed' | 'in-hand' | 'asked'

/** All as people read it. */
export interface FollowUp {
  /** To whom it is written. */
  name: string
  office: string
  /** With its period. */
  report: string
  why: FollowUpReason
  /** `Selasa, 31 Maret 2026`; null where it has none. */
  due: string | null
  /** The day since when: the last change, the date of an answer, when it was submitted. */
  since: string
  /** `8 dari 12 baris terisi penuh`; '' where that is not known. */
  filled: string
  status: 'not-begun' | 'draft' | 'signing' | string
  openNotes: number
  /** Who writes. */
  sender: string
  region: string
}

/** The titles of most forms begin with the word themselves. */
const named = ({ report }: FollowUp): string => (/^laporan /i.test(report) ? report : `Laporan ${report}`)

const missing = ({ status, filled }: FollowUp): string => {
  if (status === 'not-begun') return 'laporannya belum dimulai'
  if (status === 'signing') return 'laporannya menunggu tanda tangan kepala perangkat daerah'
  return filled === '' ? 'laporannya belum selesai diisi' : `baru ${filled}`
}

const due = ({ due }: FollowUp): string => (due === null ? '' : ` Tenggatnya ${due}.`)

const what: Record<FollowUpReason, (of: FollowUp) => string> = {
  late: of =>
    `${named(of)} seharusnya dikirim paling lambat ${of.due ?? of.since}, dan sampai hari ini belum kami terima: ${missing(of)}.`,
  returned: of =>
    `${named(of)} kami kembalikan untuk diperbaiki${of.openNotes > 0 ? ` (${of.openNotes} catatan)` : ''}, dan jawabannya kami tunggu paling lambat ${of.since}.`,
  signing: of => `${named(of)} menunggu tanda tangan kepala perangkat daerah sejak ${of.since}.${due(of)}`,
  parts: of =>
    `Sebagian isian ${of.report} diserahkan kepada unit lain sampai ${of.since} dan belum selesai.${due(of)}`,
  idle: of => `Isian ${of.report} tidak berubah sejak ${of.since}: ${missing(of)}.${due(of)}`,
  'not-begun': of => `${named(of)} belum dimulai.${due(of)}`,
  unclaimed: of => `${named(of)} dari ${of.office} dikirim ${of.since} dan belum diambil untuk diperiksa.`,
  'in-hand': of => `${named(of)} dari ${of.office} dikirim ${of.since} dan masih diperiksa.`,
  asked: of => `${of.office} meminta ${of.report} dibuka kembali sejak ${of.since}.`,
}

const ofRegion: readonly FollowUpReason[] = ['unclaimed', 'in-hand', 'asked']

/** A polite message about a report: which, for when, what is missing, and what is asked. Its sender may change it. */
export function followUpText(of: FollowUp): string {
  const inside = ofRegion.includes(of.why)
  return [
    `Yth. Bapak/Ibu ${of.name}${inside ? '' : `, ${of.office}`},`,
    what[of.why](of),
    inside
      ? 'Mohon bantuannya agar segera ditindaklanjuti.'
      : 'Mohon dilengkapi dan dikirim melalui SEPAKAT. Bila ada kendala, kabari kami agar dapat dibantu.',
    `Terima kasih.\n${of.sender}, ${of.region}`,
  ].join('\n\n')
}
