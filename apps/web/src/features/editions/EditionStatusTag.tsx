import type { EditionStatus } from '@sepakat/rules/editions/editionTypes.ts'
import { editionStatusLabels } from '@sepakat/rules/editions/editionWords.ts'
import type { IconName } from '#ui/icons/Icon.tsx'
import { Tag, type TagTone } from '#ui/Tag.tsx'

const looks: Record<EditionStatus, { icon: IconName; tone: TagTone }> = {
  draft: { icon: 'pencil', tone: 'neutral' },
  'in-review': { icon: 'eye', tone: 'info' },
  'for-approval': { icon: 'sign', tone: 'info' },
  frozen: { icon: 'check-circle', tone: 'good' },
}

/** Word, icon and colour of the state of an edition. */
export const EditionStatusTag = ({ status }: { status: EditionStatus }) => (
  <Tag {...looks[status]}>{editionStatusLabels[status]}</Tag>
)
