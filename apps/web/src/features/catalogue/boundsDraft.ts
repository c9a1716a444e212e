import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import type { Bounds } from '@sepakat/rules/types/Catalogue.ts'
import type { Errors } from '#administration/useContractForm.ts'

/** A number in its published form; null where it cannot be read. */
export function typedDecimal(typed: string): string | null {
  const reading = readNumber(typed, 'typed')
  return reading.kind === 'number' ? reading.value : null
}

/** What the value of a row can be, as text; '' for no bound. */
export type BoundsDraft = Record<keyof Bounds, string>

export const boundNames = ['min', 'max', 'oddBelow', 'oddAbove'] as const

export const boundsDraft = (bounds: Bounds | null): BoundsDraft =>
  Object.fromEntries(boundNames.map(name => [name, bounds?.[name] ? formatNumber(bounds[name]) : ''])) as BoundsDraft

/** The bounds as published; null for none. */
export function boundsBody(draft: BoundsDraft): Bounds | null {
  const given = boundNames.flatMap(name =>
    draft[name].trim() ? [[name, typedDecimal(draft[name]) ?? draft[name].trim()]] : [],
  )
  return given.length > 0 ? (Object.fromEntries(given) as Bounds) : null
}

/** Bounds that cannot be read, by the field name in `part` of the request. */
export const boundsUnread = (draft: BoundsDraft, part: string): Errors =>
  Object.fromEntries(
    boundNames.map(name => [
      `${part}.bounds.${name}`,
      draft[name].trim() && typedDecimal(draft[name]) === null
        ? 'Tulis dengan angka, misalnya 100 atau 12,5.'
        : undefined,
    ]),
  )

/** Bounds in one line of text; '' for none. */
export const boundsText = (bounds: Bounds | null): string => {
  const { min, max, oddBelow, oddAbove } = boundsDraft(bounds)
  const from = (word: string, below: string, above: string) =>
    [below && `${word} ${below}`, above && `${below ? '' : `${word} `}sampai ${above}`].filter(Boolean).join(' ')
  return [from('mungkin', min, max), from('wajar', oddBelow, oddAbove)].filter(Boolean).join('; ')
}
