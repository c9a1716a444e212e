import { Tag } from '#ui/Tag.tsx'
import { confidenceWord } from './catalogueWords.ts'

/** Marks a row whose wording was not compared with its regulation. */
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
