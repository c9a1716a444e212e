import type { EditionOutline } from './EditionKind.ts'

export interface Arrangement {
  chapters: readonly { id: string; sections: readonly string[] }[]
  hidden: readonly string[]
}

/**
 * The outline with the sections of each chapter in another order, and without those that are hidden: only such as need not be
 * written. Chapters stay as the regulation has them. Null where it names others than there are, or hides what has to be there.
 */
export function arrangeOutline(outline: EditionOutline, { chapters, hidden }: Arrangement): EditionOutline | null {
  const wanted = new Map(chapters.map(({ id, sections }) => [id, sections]))
  const sameSet = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && new Set(a).size === a.length && b.every(id => a.includes(id))
  if (
    !sameSet(
      [...wanted.keys()],
      outline.chapters.map(({ id }) => id),
    ) ||
    chapters.length !== wanted.size
  )
    return null
  const optional = new Set(
    outline.chapters.flatMap(({ sections }) => sections.filter(one => one.optional).map(({ id }) => id)),
  )
  if (hidden.some(id => !optional.has(id))) return null
  const arranged = outline.chapters.map(chapter => {
    const order = wanted.get(chapter.id) ?? []
    if (
      !sameSet(
        order,
        chapter.sections.map(({ id }) => id),
      )
    )
      return null
    const byId = new Map(chapter.sections.map(section => [section.id, section]))
    const sections = order.map(id => {
      const { hidden: _, ...section } = byId.get(id)!
      return hidden.includes(id) ? { ...section, hidden: true as const } : section
    })
    return { ...chapter, sections }
  })
  return arranged.every(chapter => chapter !== null) ? { ...outline, chapters: arranged } : null
}
