// National codes of urusan, field, programme, activity and sub-activity: 2 marks a regency between programme and activity
// (Kepmendagri 050-5889/2021 and its successors). X is any urusan or field.

export const codeShapes = {
  urusan: /^(\d|X)$/,
  field: /^(\d|X)\.(\d{2}|XX)$/,
  program: /^(\d|X)\.(\d{2}|XX)\.\d{2}$/,
  activity: /^(\d|X)\.(\d{2}|XX)\.\d{2}\.\d\.\d{2}$/,
  subactivity: /^(\d|X)\.(\d{2}|XX)\.\d{2}\.\d\.\d{2}\.(\d{2}|\d{4})$/,
} as const
export type CodeLevel = keyof typeof codeShapes

export const codeLevels = Object.keys(codeShapes) as CodeLevel[]
export const codeLevelOf = (code: string): CodeLevel | undefined =>
  codeLevels.find(level => codeShapes[level].test(code))

/** The region's list entry of one code. `indicator` and `unit` of sub-activities; '' where it has none. */
export interface ListedCode {
  code: string
  name: string
  indicator: string
  unit: string
}

const parts: Record<CodeLevel, number> = { urusan: 1, field: 2, program: 3, activity: 5, subactivity: 6 }

/** The codes above one, the nearest first: `1.02.02.2.01` → `1.02.02`, `1.02`, `1`. */
export function codesAbove(code: string): string[] {
  const own = code.split('.')
  const lengths = Object.values(parts).filter(length => length < own.length)
  return lengths.reverse().map(length => own.slice(0, length).join('.'))
}

/** The national list's form of codes common to every field of government: `1.02.01.2.01` is listed as `X.XX.01.2.01`. */
export const generalCode = (code: string): string => code.replace(/^\d\.\d{2}(?=\.)/, 'X.XX')
