export const statuses = ['draft', 'signing', 'submitted', 'in-review', 'second-review', 'returned', 'approved'] as const
export type Status = (typeof statuses)[number]

/** The status of an obligation: the report may not have been created yet. */
export const reportStatuses = ['not-begun', ...statuses] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** `archive`: values from before the system, in number 0; they were not filed or verified here. */
export const origins = ['filed', 'archive'] as const
export type Origin = (typeof origins)[number]

export const statusLabels: Record<Status, string> = {
  draft: 'Draf',
  signing: 'Menunggu tanda tangan',
  submitted: 'Dikirim',
  'in-review': 'Diperiksa',
  'second-review': 'Diperiksa kedua',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
}

/** The office may write its answers: only in a draft and in what was returned. */
export const isOpen = (status: Status): boolean => status === 'draft' || status === 'returned'

/** The office may request a reopening; what is not in review yet it withdraws itself. */
export const isReopenedByOthers = (status: Status): boolean =>
  status === 'in-review' || status === 'second-review' || status === 'approved'

/** Not yet submitted by the office: its answers are read by its own posts and contributors only. */
export const isWithOffice = (status: Status): boolean => isOpen(status) || status === 'signing'

/** Its office still has to answer it. */
export const isToDo = (status: ReportStatus): boolean => status === 'not-begun' || isWithOffice(status)
