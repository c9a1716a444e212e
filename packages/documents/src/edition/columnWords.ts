import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'

type EditionColumn = EditionTable['columns'][number]

/** The head of a column, with its unit. */
export const columnWords = ({ title, unit }: EditionColumn): string => (unit ? `${title} (${unit})` : title)

/** As it is searched for in a file: on paper a space may not break. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ')
