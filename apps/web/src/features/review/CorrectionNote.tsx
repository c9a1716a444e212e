import { correctionTitle, correctionWords } from '@sepakat/rules/names/correctionWords.ts'
import type { RevisionLine } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'

/** That a submission corrects an approved one, which, and why. */
export function CorrectionNote({
  corrects,
  place,
}: {
  corrects: NonNullable<RevisionLine['corrects']>
  place: (anchor: string) => string
}) {
  const dates = useDates()
  return <Callout title={correctionTitle}>{correctionWords(corrects, place, dates.long)}</Callout>
}
