// The outline that a region has of its own for one of its reports: what differs from the shipped one, which a later release may change.
import { canonicalJson } from '../canonical/canonicalJson.ts'
import { parsePeriod } from '../periods/period.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { EditionChapter, EditionOutline, EditionSectionOutline } from './EditionKind.ts'
import { periodWords } from './editionWords.ts'
import type { Narrative } from './Narrative.ts'
import { numberSections } from './numberSections.ts'

export interface OwnOutline {
  /** Each chapter of the regulation, in its order. */
  chapters: { id: string; sections: OwnSection[] }[]
}
/** A section in its place: one of the shipped outline, or one that the region adds (`own`). */
export interface OwnSection {
  id: string
  /** In place of the shipped title; of one that is added, its title. */
  title?: string | undefined
  own?: true | undefined
  /** Left out of editions that are opened from now on. */
  hidden?: true | undefined
  /** What a new edition begins with here: paragraphs, an empty line between them. */
  text?: string | undefined
}

/** What in an outline cannot be, and where: `/chapters/0/sections/2/title`. */
interface OutlineFault {
  pointer: string
  message: string
}

/** What a standing text names in braces; said when an edition is opened. */
export const standingPlaces = ['daerah', 'periode', 'tahun'] as const

const place = /\{([^{}]*)\}/g
/** Of one chapter; letters end there. */
const mostSections = 26

/** Everything in a region's outline that the shipped one does not allow. */
export function outlineFaults(shipped: EditionOutline, { chapters }: OwnOutline): OutlineFault[] {
  const shippedIds = new Set(shipped.chapters.flatMap(({ sections }) => sections.map(({ id }) => id)))
  const isSame =
    chapters.length === shipped.chapters.length && chapters.every(({ id }, n) => id === shipped.chapters[n]?.id)
  if (!isSame) return [{ pointer: '/chapters', message: 'Sebut setiap bab satu kali, menurut urutannya.' }]
  const seen = new Set<string>()
  return chapters.flatMap(({ sections }, n) => {
    const known = new Map(shipped.chapters[n]?.sections.map(section => [section.id, section]))
    const at = `/chapters/${n}/sections`
    const missing = [...known.values()].find(({ id }) => !sections.some(section => section.id === id))
    const faults: OutlineFault[] = []
    if (missing) faults.push({ pointer: at, message: `Bagian "${missing.title}" tidak ada di babnya.` })
    if (sections.length > mostSections) faults.push({ pointer: at, message: `Paling banyak ${mostSections} bagian.` })
    for (const [nth, section] of sections.entries()) {
      const fault = faultOf(
        section,
        known.get(section.id),
        seen.has(section.id) || (section.own && shippedIds.has(section.id)),
      )
      if (fault) faults.push({ ...fault, pointer: `${at}/${nth}${fault.pointer}` })
      seen.add(section.id)
    }
    return faults
  })
}

function faultOf(
  { title, own, hidden, text = '' }: OwnSection,
  shipped: EditionSectionOutline | undefined,
  isTaken: boolean | undefined,
): OutlineFault | null {
  if (isTaken) return { pointer: '/id', message: 'Bagian ini sudah ada.' }
  if (!own && !shipped) return { pointer: '/id', message: 'Bagian ini bukan bagian bab ini.' }
  if (own && !title?.trim()) return { pointer: '/title', message: 'Tulis judul bagian ini.' }
  if (hidden && shipped && !shipped.optional)
    return { pointer: '/hidden', message: `Bagian "${shipped.title}" wajib dimuat.` }
  const unknown = [...text.matchAll(place)].find(([, name]) => !standingPlaces.some(one => one === name))
  return unknown ? { pointer: '/text', message: `Naskah ini tidak mengenal ${unknown[0]}.` } : null
}

/**
 * The shipped outline as the region has it: its order, titles, sections of its own, and without those that it leaves out. What a
 * release has added since comes last in its chapter, what one took away is not there.
 */
export function withOwnOutline(shipped: EditionOutline, own: OwnOutline | null): EditionOutline {
  if (own === null) return shipped
  const like = shipped.chapters.flatMap(({ sections }) => sections).find(({ number }) => number !== '')?.number ?? ''
  const chapters = shipped.chapters.map((chapter): EditionChapter => {
    const wished = own.chapters.find(({ id }) => id === chapter.id)?.sections ?? []
    const known = new Map(chapter.sections.map(section => [section.id, section]))
    const named = wished.flatMap((one): EditionSectionOutline[] => {
      const section = known.get(one.id) ?? (one.own && added(one, like))
      if (!section) return []
      const { hidden: _, ...rest } = section
      return [{ ...rest, ...(one.title?.trim() && { title: one.title.trim() }), ...(one.hidden && { hidden: true }) }]
    })
    const later = chapter.sections.filter(({ id }) => !wished.some(one => one.id === id))
    return { ...chapter, sections: [...named, ...later] }
  })
  return { ...shipped, chapters: numberSections(chapters) }
}

/** Nothing has to be written in it: the regulation does not know it. */
const added = ({ id, title = '' }: OwnSection, like: string): EditionSectionOutline => ({
  id,
  number: like,
  title,
  guide: 'Bagian yang ditambahkan daerah.',
  has: [],
  optional: true,
})

/** The standing texts of an outline, by section, as they are said in an edition of a period. */
export function standingTexts(
  own: OwnOutline | null,
  { region, period }: { region: string; period: PeriodKey },
): Map<string, Narrative> {
  const said: Record<string, string> = {
    daerah: region,
    periode: periodWords(period),
    tahun: String(parsePeriod(period).year),
  }
  const narrative = (text: string): Narrative =>
    text
      .split(/\n\s*\n/)
      .map(part => part.trim().replace(/\s*\n\s*/g, ' '))
      .filter(part => part !== '')
      .map(part => ({
        block: 'paragraph',
        text: [{ piece: 'text', text: part.replace(place, (braced, name: string) => said[name] ?? braced) }],
      }))
  return new Map(
    (own?.chapters ?? []).flatMap(({ sections }) =>
      sections.flatMap(({ id, text = '' }) => (text.trim() === '' ? [] : [[id, narrative(text)] as const])),
    ),
  )
}

interface Beginning {
  /** What the region always says, in this edition and in the one before. */
  standing: ReadonlyMap<string, Narrative>
  stoodBefore: ReadonlyMap<string, Narrative>
  /** The texts of the one before, as they were saved last. */
  before: ReadonlyMap<string, { narrative: Narrative }>
}

/**
 * What a new edition begins with, by section: the text of the one before, or where that is what the region always says, the same said
 * for this one.
 */
export function beginningTexts(
  outline: EditionOutline,
  { standing, stoodBefore, before }: Beginning,
): Map<string, Narrative> {
  const isStanding = (text: Narrative, id: string) => canonicalJson(text) === canonicalJson(stoodBefore.get(id) ?? null)
  return new Map(
    outline.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ id }) => {
        const text = before.get(id)?.narrative ?? []
        const always = standing.get(id)
        const begun = always && (text.length === 0 || isStanding(text, id)) ? always : text
        return begun.length === 0 ? [] : [[id, begun] as const]
      }),
    ),
  )
}
