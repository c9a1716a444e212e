import { type ReportStatus, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import type { IconName } from './icons/Icon.tsx'
import { Tag, type TagTone } from './Tag.tsx'

export type ShownStatus = ReportStatus

const looks: Record<ShownStatus, { icon: IconName; tone: TagTone }> = {
  'not-begun': { icon: 'circle', tone: 'neutral' },
  draft: { icon: 'pencil', tone: 'neutral' },
  signing: { icon: 'sign', tone: 'info' },
  submitted: { icon: 'send', tone: 'info' },
  'in-review': { icon: 'eye', tone: 'info' },
  'second-review': { icon: 'eye', tone: 'info' },
  returned: { icon: 'return', tone: 'warn' },
  approved: { icon: 'check-circle', tone: 'good' },
}

export const statusWord = (status: ShownStatus): string =>
  status === 'not-begun' ? 'Belum dimulai' : statusLabels[status]
export const statusIcon = (status: ShownStatus): IconName => looks[status].icon
export const statusTone = (status: ShownStatus): TagTone => looks[status].tone
export const shownStatuses = Object.keys(looks) as ShownStatus[]

/** Word, icon and colour of a submission's status; readable in grey. */
export function StatusTag({ status }: { status: ShownStatus }) {
  return <Tag {...looks[status]}>{statusWord(status)}</Tag>
}

export function LateTag() {
  return (
    <Tag tone="wrong" icon="clock">
      Terlambat
    </Tag>
  )
}
