import { Tag } from '../../../ui/Tag.tsx'
import { confidenceWord } from './catalogueWords.ts'

/** How sure the row is, with the badge where nobody has verified it. */
export function ConfidenceTag({ confidence, verified }: { confidence: string; verified: boolean }) {
  return verified ? (
    <Tag tone="good" icon="check-circle">
      {confidenceWord(confidence)}
    </Tag>
  ) : (
    <Tag tone="warn" icon="alert">
      Belum diverifikasi: {confidenceWord(confidence).toLowerCase()}
    </Tag>
  )
}
