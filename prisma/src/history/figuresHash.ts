import { createHash } from 'node:crypto'
import { canonicalJson, type Figure } from '@sepakat/rules'

/** SHA-256 over the canonical JSON of figures, in the order of their codes and rows. */
export const figuresHash = (figures: readonly Figure[]): string => {
  const keyOf = ({ code, row }: Figure) => `${code} ${row}`
  const sorted = [...figures].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  // What PostgreSQL gives back is what is hashed: JSON drops undefined.
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(sorted))))
    .digest('hex')
}
