import type { EditionOutline } from '@sepakat/rules/editions/EditionKind.ts'
import { type OwnOutline, withOwnOutline } from '@sepakat/rules/editions/ownOutline.ts'

/** A section of an outline as its page changes it. */
export interface SectionFields {
  id: string
  title: string
  /** Added by the region: it can be taken away again. */
  own: boolean
  optional: boolean
  hidden: boolean
  /** What a new edition begins with here; null: nothing. */
  text: string | null
}
export interface ChapterFields {
  id: string
  number: string
  title: string
  sections: SectionFields[]
}

/** An outline to be changed: the shipped one as the region has it. */
export const fieldsOf = (shipped: EditionOutline, own: OwnOutline | null): ChapterFields[] => {
  const kept = new Map(own?.chapters.flatMap(({ sections }) => sections.map(section => [section.id, section] as const)))
  return withOwnOutline(shipped, own).chapters.map(({ id, number, title, sections }) => ({
    id,
    number,
    title,
    sections: sections.map(section => ({
      id: section.id,
      title: section.title,
      own: kept.get(section.id)?.own ?? false,
      optional: section.optional ?? false,
      hidden: section.hidden ?? false,
      text: kept.get(section.id)?.text ?? null,
    })),
  }))
}

/** What is kept of it: what differs from the shipped one. */
export function outlineOf(shipped: EditionOutline, chapters: readonly ChapterFields[]): OwnOutline {
  const titles = new Map(
    shipped.chapters.flatMap(({ sections }) => sections.map(({ id, title }) => [id, title] as const)),
  )
  return {
    chapters: chapters.map(({ id, sections }) => ({
      id,
      sections: sections.map(({ id: section, title, own, hidden, text }) => ({
        id: section,
        ...((own || (title.trim() !== '' && title !== titles.get(section))) && { title }),
        ...(own && { own }),
        ...(hidden && { hidden }),
        ...(text?.trim() && { text }),
      })),
    })),
  }
}
