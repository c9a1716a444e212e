import type { EditionChapter, EditionOutline } from './EditionKind.ts'
import { numberSections } from './numberSections.ts'

interface Arrangement {
  chapters: readonly { id: string; sections: readonly string[] }[]
  hidden: readonly string[]
}
/** Where in an arrangement it names others than there are, or hides what has to be there. */
interface ArrangementFault {
  at: string
  message: string
}

const sameSet = (a: readonly string[], b: readonly { id: string }[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && b.every(({ id }) => a.includes(id))

/** What of a chapter cannot be as it is wished; null where all can. */
function faultIn({ sections }: EditionChapter, wish: readonly string[], hidden: ReadonlySet<string>): string | null {
  if (!sameSet(wish, sections)) return 'Urutkan semua bagian bab ini, dan hanya bagian bab ini.'
  const needed = sections.find(({ id, optional }) => hidden.has(id) && !optional)
  return needed ? `Bagian "${needed.title}" wajib dimuat.` : null
}

/**
 * The outline with the sections of each chapter in another order, and without those that are hidden: only such as need not be
 * written. Chapters stay as the regulation has them; numbers follow what is shown.
 */
export function arrangeOutline(
  outline: EditionOutline,
  { chapters, hidden: left }: Arrangement,
): EditionOutline | ArrangementFault {
  const wishes = new Map(chapters.map(({ id, sections }) => [id, sections]))
  const hidden = new Set(left)
  const known = new Set(outline.chapters.flatMap(({ sections }) => sections.map(({ id }) => id)))
  if (
    !sameSet(
      chapters.map(({ id }) => id),
      outline.chapters,
    )
  )
    return { at: '/chapters', message: 'Sebut setiap bab satu kali.' }
  const unknown = left.findIndex(id => !known.has(id))
  if (unknown >= 0) return { at: `/hidden/${unknown}`, message: 'Bagian ini tidak ada.' }
  const arranged: EditionChapter[] = []
  for (const chapter of outline.chapters) {
    const wish = wishes.get(chapter.id) ?? []
    const message = faultIn(chapter, wish, hidden)
    if (message !== null) return { at: `/chapters/${chapters.findIndex(({ id }) => id === chapter.id)}`, message }
    const byId = new Map(chapter.sections.map(section => [section.id, section]))
    const sections = wish.map(id => {
      const { hidden: _, ...section } = byId.get(id)!
      return { ...section, ...(hidden.has(id) && { hidden: true as const }) }
    })
    arranged.push({ ...chapter, sections })
  }
  return { ...outline, chapters: numberSections(arranged) }
}
