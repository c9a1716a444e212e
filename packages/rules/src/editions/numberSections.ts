import type { EditionChapter } from './EditionKind.ts'

/** The nth number of a section in the way of its chapter: `2.3` or `C`. */
const numeral = (like: string, prefix: string, n: number): string =>
  /^[A-Z]/.test(like) ? String.fromCharCode('A'.charCodeAt(0) + n - 1) : `${prefix}${n}`

/**
 * The sections of chapters numbered as they are shown: those that are left out take no number, and each stays on its level (`2.2.1`
 * below `2.2`). One without a number stays without. A chapter numbered by letters has at most 26 sections.
 */
export function numberSections(chapters: readonly EditionChapter[]): EditionChapter[] {
  let numbered = 0
  return chapters.map(chapter => {
    if (chapter.number !== '') numbered += 1
    const prefix = chapter.number === '' ? '' : `${numbered}.`
    const depth = chapter.number === '' ? 1 : 2
    let main = 0
    let below = 0
    const sections = chapter.sections.map(section => {
      if (section.hidden || section.number === '') return section
      const isBelow = section.number.split('.').length > depth
      if (!isBelow || below === 0) main += 1
      below = isBelow ? below + 1 : 0
      const own = numeral(section.number, prefix, main)
      return { ...section, number: isBelow ? `${own}.${below}` : own }
    })
    return { ...chapter, sections }
  })
}
