import type { FrozenBlock } from '../form/frozenSections.ts'
import type { Cell } from '../types/Answers.ts'
import type { Kind } from '../types/Kind.ts'
import type { Pointer } from '../types/Pointer.ts'

/** The cells in which an evaluator says what he or she thinks of an answer of the office, still empty, each with that answer. */
export const unjudged = (kind: Pick<Kind, 'tables'>, blocks: readonly FrozenBlock[]): [at: Pointer, answer: Cell][] =>
  blocks.flatMap(({ rows }) =>
    rows.flatMap(({ table, id, fields, values, blocks: under }) => {
      const own = Object.entries(kind.tables[table]?.fields ?? {}).flatMap(([field, { judges }]): [Pointer, Cell][] => {
        const answer = judges === undefined ? undefined : values[judges]
        return field in fields && answer !== undefined && values[field] === undefined
          ? [[`/${table}/${id}/${field}`, answer]]
          : []
      })
      return [...own, ...unjudged(kind, under)]
    }),
  )
