import { codeShapes as national } from '../../nomenclature/nationalCodes.ts'

/** The tables of the form, by the level of their codes. */
export const codeShapes = {
  programs: national.program,
  activities: national.activity,
  subactivities: national.subactivity,
} as const

export type CodedTable = keyof typeof codeShapes

/** Whether the code begins with that of the row it hangs on. */
export function isWithin(code: string, above: string): boolean {
  const own = code.split('.')
  return above.split('.').every((part, at) => part === own[at] || /^X+$/.test(part) || /^X+$/.test(own[at] ?? ''))
}
