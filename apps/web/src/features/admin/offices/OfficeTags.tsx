import { Tag } from '../../../ui/Tag.tsx'
import type { Office } from '../officeChoices.ts'
import { isSeen } from './officeWords.ts'

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
