import type { Office } from '#administration/officeChoices.ts'
import { isSeen } from '#administration/officeWords.ts'
import { Tag } from '#ui/Tag.tsx'

/** Tags shown beside an office's name. */
export function OfficeTags({ office }: { office: Pick<Office, 'confidence' | 'ended'> }) {
  return (
    <>
      {office.ended && <Tag icon="circle">Berakhir</Tag>}
      {!isSeen(office.confidence) && (
        <Tag tone="warn" icon="alert">
          Belum dicocokkan
        </Tag>
      )}
    </>
  )
}
