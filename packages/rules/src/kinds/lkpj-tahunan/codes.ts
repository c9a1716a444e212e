// National codes of programmes, activities and sub-activities: urusan, field, programme, 2 for a regency, activity,
// sub-activity (Kepmendagri 050-5889/2021 and its successors). X stands for any urusan or field.

export const codeShapes = {
  programs: /^(\d|X)\.(\d{2}|XX)\.\d{2}$/,
  activities: /^(\d|X)\.(\d{2}|XX)\.\d{2}\.\d\.\d{2}$/,
  subactivities: /^(\d|X)\.(\d{2}|XX)\.\d{2}\.\d\.\d{2}\.(\d{2}|\d{4})$/,
} as const

export type CodedTable = keyof typeof codeShapes

/** Whether the code begins with that of the row it hangs on. */
export function isWithin(code: string, above: string): boolean {
  const own = code.split('.')
  return above.split('.').every((part, at) => part === own[at] || /^X+$/.test(part) || /^X+$/.test(own[at] ?? ''))
}
