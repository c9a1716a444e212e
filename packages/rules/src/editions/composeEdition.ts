// An edition as it comes out: outline, texts and data put together, tables numbered where they are, with what is missing, what was left
// out and where everything comes from.

import { spelledDay } from '../periods/dates.ts'
import { periodTitle } from '../periods/period.ts'
import { statusLabels } from '../workflow/statuses.ts'
import type { EditionData } from './EditionData.ts'
import type { EditionKind, EditionOutline, EditionSectionOutline } from './EditionKind.ts'
import { periodWords } from './editionWords.ts'
import type { EditionTable, FrozenAnnex, FrozenBlockOfEdition, FrozenChapter, FrozenEdition } from './FrozenEdition.ts'
import { bookOf, type FigureBook } from './figureBook.ts'
import { leftOutOf } from './leftOutOf.ts'
import type { Narrative, NarrativeBlock } from './Narrative.ts'
import { reviewAnnexId } from './publicEdition.ts'
import { sayText } from './sayText.ts'

interface EditionContent {
  outline: EditionOutline
  /** By section; one that was never written is not there. */
  texts: ReadonlyMap<string, Narrative>
  version: number
  /** The Inspektorat's statement of review; `date` as 2026-03-31. */
  statement: { number: string; date: string; text: string; by: string } | null
}

/** `Tabel 2.3`: counted within a chapter. */
class Numbering {
  readonly #chapter: number
  readonly #counts = { Tabel: 0, Gambar: 0 }
  constructor(chapter: number) {
    this.#chapter = chapter
  }
  next(word: 'Tabel' | 'Gambar'): string {
    this.#counts[word] += 1
    return `${word} ${this.#chapter}.${this.#counts[word]}`
  }
}

type Placed = Extract<NarrativeBlock, { block: 'table' | 'chart' }>

const nothingApproved = 'Belum ada yang disetujui untuk tabel ini.'
/** A table without lines says so. */
const whole = (table: EditionTable): EditionTable =>
  table.lines.length > 0 || table.notes.length > 0 ? table : { ...table, notes: [nothingApproved] }

/** A table or chart as it is; null where the kind has none of this name. */
function made(
  kind: EditionKind,
  data: EditionData,
  { block, of, title }: Placed,
  number: (word: 'Tabel' | 'Gambar') => string,
): FrozenBlockOfEdition | null {
  if (block === 'table') {
    const table = kind.tables[of]?.make(data)
    return table ? { block, number: number('Tabel'), table: { ...whole(table), ...(title && { title }) } } : null
  }
  const chart = kind.charts[of]?.make(data)
  return chart ? { block, number: number('Gambar'), chart: title ? { ...chart, title } : chart } : null
}

/** The blocks of a section: its text said, and after it those of its tables and charts that the text does not put in itself. */
export function sectionBlocks(
  kind: EditionKind,
  data: EditionData,
  {
    section,
    narrative,
    number,
  }: { section: EditionSectionOutline; narrative: Narrative; number: (word: 'Tabel' | 'Gambar') => string },
): FrozenBlockOfEdition[] {
  const book: FigureBook = bookOf(data)
  const own = section.has.map(
    (one): Placed => ('table' in one ? { block: 'table', of: one.table } : { block: 'chart', of: one.chart }),
  )
  const isPlaced = ({ block, of }: Placed) => narrative.some(one => one.block === block && 'of' in one && one.of === of)
  return [...narrative, ...own.filter(one => !isPlaced(one))].flatMap((block): FrozenBlockOfEdition[] => {
    if ('text' in block) return [{ ...block, text: sayText(block.text, book) }]
    if ('items' in block) return [{ ...block, items: block.items.map(item => sayText(item, book)) }]
    const placed = made(kind, data, block, number)
    return placed ? [placed] : []
  })
}

/** Whether a text says anything. */
const isWritten = (narrative: Narrative | undefined): boolean =>
  (narrative ?? []).some(
    block =>
      'of' in block ||
      ('text' in block ? [block.text] : block.items)
        .flat()
        .some(piece => piece.piece !== 'text' || piece.text.trim() !== ''),
  )

function missingOf(data: EditionData, { outline, texts }: EditionContent): FrozenEdition['missing'] {
  const reports = data.forms.flatMap(({ title, period, reports: owed }) =>
    owed.flatMap(({ office, revision, status }) =>
      revision === null
        ? [
            {
              what: `${office.name}: ${title}, ${periodTitle(period)}`,
              why: `belum disetujui (${(statusLabels[status as keyof typeof statusLabels] ?? 'belum dibuat').toLowerCase()})`,
            },
          ]
        : [],
    ),
  )
  const sections = outline.chapters.flatMap(chapter =>
    chapter.sections.flatMap(({ id, number, title, optional, hidden }) =>
      optional || hidden || isWritten(texts.get(id))
        ? []
        : [
            {
              what: `${chapter.number} ${number} ${title}`.replaceAll(/\s+/g, ' ').trim(),
              why: 'uraiannya belum ditulis',
            },
          ],
    ),
  )
  return [...reports, ...sections]
}

const reviewAnnex = ({ number, date, text, by }: NonNullable<EditionContent['statement']>): FrozenAnnex => ({
  id: reviewAnnexId,
  title: 'Pernyataan telah direviu',
  blocks: [
    { block: 'paragraph', text: [{ piece: 'text', text: `Nomor ${number}, ${spelledDay(date)}` }] },
    ...text
      .split(/\n{2,}/)
      .filter(part => part.trim() !== '')
      .map((part): FrozenBlockOfEdition => ({ block: 'paragraph', text: [{ piece: 'text', text: part.trim() }] })),
    { block: 'paragraph', text: [{ piece: 'text', text: by }] },
  ],
})

/** Everything of an edition, as it is at this moment. Pure: the same of the same. */
export function composeEdition(kind: EditionKind, data: EditionData, content: EditionContent): FrozenEdition {
  const { outline, texts, version, statement } = content
  const chapters = outline.chapters.map(({ id, number, title, sections }, n): FrozenChapter => {
    const numbering = new Numbering(n + 1)
    return {
      id,
      number,
      title,
      sections: sections
        .filter(({ hidden }) => !hidden)
        .map(section => ({
          id: section.id,
          number: section.number,
          title: section.title,
          blocks: sectionBlocks(kind, data, {
            section,
            narrative: texts.get(section.id) ?? [],
            number: word => numbering.next(word),
          }),
        })),
    }
  })
  const blocks = chapters.flatMap(({ sections }) => sections.flatMap(section => section.blocks))
  return {
    type: kind.type,
    title: kind.title,
    region: data.region,
    zone: data.zone,
    period: data.period,
    periodWords: periodWords(data.period),
    version,
    frozen: null,
    chapters,
    annexes: statement ? [reviewAnnex(statement)] : [],
    missing: missingOf(data, content),
    leftOut: leftOutOf(kind, data, blocks).leftOut,
    sources: data.forms.flatMap(({ title, period, reports }) =>
      reports.flatMap(({ office, submission, revision }) =>
        revision && submission
          ? [
              {
                office: office.name,
                form: title,
                period,
                submission,
                revision: revision.n,
                sha256: revision.sha256,
                at: revision.at,
              },
            ]
          : [],
      ),
    ),
  }
}
