import { sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { sourceWords } from '@sepakat/rules/words/sourceWords.ts'
import { useReview } from '../ReviewContext.ts'

/** The other reports it was computed with, and their state then. */
export function SourcesUsed() {
  const { body, kind } = useReview().sheet
  const used = Object.entries(body.sources)
  if (!kind || used.length === 0) return null
  const said = used.map(
    ([name, { status, revision }]) =>
      `${sourceTitle(kind, body, name)} (${revision === null || status === 'archive' ? '' : `kiriman ke-${revision}, `}${sourceWords[status]})`,
  )
  return `Dihitung bersama ${said.join('; ')}.`
}
