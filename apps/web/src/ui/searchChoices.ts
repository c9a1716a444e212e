import type { Choice } from './SelectField.tsx'

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Choices that contain every typed word, in their own order: "dinas sehat" finds Dinas Kesehatan, and so does its short name. */
export function searchChoices<T extends Choice>(choices: readonly T[], text: string): T[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return choices.filter(({ label, also = '' }) => {
    const where = folded(`${label} ${also}`)
    return words.every(word => where.includes(word))
  })
}
