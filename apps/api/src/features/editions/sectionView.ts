import type { EditionText } from '@sepakat/db'
import { type EditionData, type EditionSectionOutline, sectionBlocks } from '@sepakat/rules'
import type { FoundEdition } from './findEdition.ts'
import { saidOf } from './saidOf.ts'
import { byView } from './view.ts'

/** A section with its text, what that says now, and how it comes out. */
export const sectionView = (
  { kind, edition }: FoundEdition,
  { section, text, data }: { section: EditionSectionOutline; text: EditionText | undefined; data: EditionData },
) => {
  const narrative = [...(text?.narrative ?? [])]
  const chapter = 1 + edition.outline.chapters.findIndex(({ sections }) => sections.some(({ id }) => id === section.id))
  const counts = { Tabel: 0, Gambar: 0 }
  const number = (word: 'Tabel' | 'Gambar') => {
    counts[word] += 1
    return `${word} ${chapter}.${counts[word]}`
  }
  return {
    id: section.id,
    rev: text?.rev ?? 0,
    by: text ? byView(text.by) : null,
    at: text?.at.toISOString() ?? null,
    carried: text?.carried ?? false,
    narrative,
    blocks: sectionBlocks(kind, data, { section, narrative, number }),
    ...saidOf(narrative, data),
  }
}
