import { Tag } from '../../../ui/Tag.tsx'
import { confidenceWord } from './catalogueWords.ts'

/** Whether the wording of the row was compared with its regulation, marked where it was not. */
export function ConfidenceTag({ confidence, verified }: { confidence: string; verified: boolean }) {
  return verified ? (
    <Tag tone="good" icon="check-circle">
      {confidenceWord(confidence)}
    </Tag>
  ) : (
    <Tag tone="warn" icon="alert">
      {confidenceWord(confidence)}
    </Tag>
  )
}
