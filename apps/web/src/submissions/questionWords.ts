import type { ResponseOf } from '#sync/apiTypes.ts'
import type { IconName } from '#ui/icons/Icon.tsx'
import type { FigurePlace } from '#ui/paths.ts'
import type { TagTone } from '#ui/Tag.tsx'

export type Question = ResponseOf<'GET /questions'>['items'][number]

/** The state of a question about a figure, as a quiet sign beside it. */
export const questionWords: Record<Question['status'], string> = {
  asked: 'ditanyakan',
  answered: 'dijawab',
  closed: 'ditutup',
}
export const questionTones: Record<Question['status'], TagTone> = { asked: 'warn', answered: 'info', closed: 'good' }
export const questionIcons: Record<Question['status'], IconName> = { asked: 'note', answered: 'send', closed: 'check' }

/** Those about one figure. */
export const questionsAt = (
  all: readonly Question[] | undefined,
  { office, form, period, code, row }: FigurePlace,
): Question[] =>
  (all ?? []).filter(
    one =>
      one.office.id === office && one.form === form && one.period === period && one.code === code && one.row === row,
  )
