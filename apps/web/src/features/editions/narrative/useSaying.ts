import type { Narrative, NarrativePiece } from '@sepakat/rules/editions/Narrative.ts'
import { useEffect, useRef, useState } from 'react'
import { chipKey, type SaidText, type Says } from './Says.ts'

export type SayText = (narrative: Narrative) => Promise<SaidText>

/** Asks only after a pause in writing (ms). */
const pause = 500

const pieceAt = (narrative: Narrative, at: SaidText['said'][number]): NarrativePiece | undefined => {
  const block = narrative[at.block]
  if (!block) return undefined
  const text = 'items' in block ? block.items[at.item] : 'text' in block ? block.text : undefined
  return text?.[at.piece]
}

/** What is said of the chips of a narrative. */
const saysOf = (narrative: Narrative, { said }: Pick<SaidText, 'said'>): Says =>
  new Map(
    said.flatMap(one => {
      const piece = pieceAt(narrative, one)
      return piece && piece.piece !== 'text' ? [[chipKey(piece), one] as const] : []
    }),
  )

/**
 * What is said of a narrative, asked again after each change of it. `marks` are those of `of`, another narrative has others.
 * `failed`: the last question had no answer.
 */
export function useSaying(narrative: Narrative, read: SaidText & { narrative: Narrative }, say: SayText) {
  const [known, setKnown] = useState(() => ({
    says: saysOf(read.narrative, read),
    // places in another text are no places in this one
    marks: JSON.stringify(read.narrative) === JSON.stringify(narrative) ? read.marks : [],
    of: narrative,
  }))
  const [failed, setFailed] = useState(false)
  const asked = useRef(narrative)
  useEffect(() => {
    setKnown(before => ({ ...before, says: new Map([...before.says, ...saysOf(read.narrative, read)]) }))
  }, [read])
  useEffect(() => {
    if (asked.current === narrative) return
    const timer = setTimeout(() => {
      asked.current = narrative
      say(narrative).then(
        answer => {
          if (asked.current !== narrative) return
          setFailed(false)
          setKnown(before => ({
            says: new Map([...before.says, ...saysOf(narrative, answer)]),
            marks: answer.marks,
            of: narrative,
          }))
        },
        () => setFailed(true),
      )
    }, pause)
    return () => clearTimeout(timer)
  }, [narrative, say])
  return { ...known, failed }
}
