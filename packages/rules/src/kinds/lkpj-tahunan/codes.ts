import { codeShapes as national } from '../../nomenclature/nationalCodes.ts'

/** The tables of the form, by the level of their codes. */
export const codeShapes = {
  programs: national.program,
  activities: national.activity,
  subactivities: national.subactivity,
} as const

export type CodedTable = keyof typeof codeShapes

/** Whether the code starts with that of its parent row. */
export function isWithin(code: string, above: string): boolean {
  const own = code.split('.')
  return above.split('.').every((part, at) => part === own[at] || /^X+$/.test(part) || /^X+$/.test(own[at] ?? ''))
}

const urusan = /^(\d|X)\.(\d{2}|XX)(?=\.|$)/

/** The field of government a code starts with, as the id of its group; programmes common to every office are `x.xx`. */
export const urusanOf = (code: string | null): string => urusan.exec(code ?? '')?.[0].toLowerCase() ?? withoutUrusan
const withoutUrusan = 'tanpa-urusan'
export const isUrusan = (row: string): boolean => row === withoutUrusan || /^(\d|x)\.(\d{2}|xx)$/.test(row)
