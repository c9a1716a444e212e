import type {
  EditionLine,
  EditionTable,
  FrozenAnnex,
  FrozenBlockOfEdition,
  FrozenEdition,
} from '@sepakat/rules/editions/FrozenEdition.ts'
import { dayOf, shortDay } from '@sepakat/rules/periods/dates.ts'
import { columnWords } from './columnWords.ts'

const id = 'coverage'

/** The table with one more column where numbers do not cover all that is owed: how much of it they do. */
function withCoverage(table: EditionTable): EditionTable {
  const said = table.lines.map(line => coverageOf(line, table))
  if (said.every(words => words === '')) return table
  return {
    ...table,
    columns: [...table.columns, { id, title: 'Cakupan', share: 2 }],
    lines: table.lines.map((line, n) => ({ ...line, cells: { ...line.cells, [id]: { text: said[n] ?? '' } } })),
    notes: [...table.notes, 'Cakupan: berapa yang sudah disetujui dari yang wajib melapor; kosong: semua.'],
  }
}

/** `12 dari 19`, with the columns where they differ. */
function coverageOf({ cells }: EditionLine, { columns }: EditionTable): string {
  const found = columns.flatMap(column => {
    const coverage = cells[column.id]?.coverage
    return coverage && coverage.approved < coverage.owed
      ? [{ column, words: `${coverage.approved} dari ${coverage.owed}` }]
      : []
  })
  const different = new Set(found.map(({ words }) => words))
  if (different.size <= 1) return found[0]?.words ?? ''
  return found.map(({ column, words }) => `${columnWords(column)}: ${words}`).join('; ')
}

/** A chapter or an annex, with all that is printed in it. */
export interface EditionPart {
  /** `BAB II`, `LAMPIRAN I`. */
  number: string
  title: string
  sections: { number: string; title: string; blocks: FrozenBlockOfEdition[] }[]
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI']

/** All of an edition in its order, in every way out the same: chapters, its annexes, and what says how complete it is. */
export function wholeEdition(edition: FrozenEdition): EditionPart[] {
  const chapters = edition.chapters.map(({ number, title, sections }) => ({
    number,
    title,
    sections: sections.map(one => ({
      ...one,
      // a chapter of one section has no second heading that says the same
      title: one.number === '' && one.title === title ? '' : one.title,
      blocks: one.blocks.map(complete),
    })),
  }))
  const annexes = [...edition.annexes, ...lastAnnexes(edition)].map(({ title, blocks }, n) => ({
    number: `LAMPIRAN ${romans[n] ?? n + 1}`,
    title,
    sections: [{ number: '', title: '', blocks: blocks.map(complete) }],
  }))
  return [...chapters, ...annexes]
}

const complete = (block: FrozenBlockOfEdition): FrozenBlockOfEdition =>
  block.block === 'table' ? { ...block, table: withCoverage(block.table) } : block

/** What is missing, what is left out, and where all of it is from. */
function lastAnnexes({ missing, leftOut, sources, zone = 'Asia/Makassar' }: FrozenEdition): FrozenAnnex[] {
  return [
    {
      id: 'missing',
      title: 'Yang belum ada',
      blocks: listed('Semua yang wajib dilaporkan sudah disetujui dan termuat.', {
        id: 'missing',
        title: 'Yang belum ada',
        columns: [number, { id: 'what', title: 'Yang belum ada', share: 6 }, { id: 'why', title: 'Sebab', share: 5 }],
        lines: missing.map(({ what, why }, n) => line(n, { what: { text: what }, why: { text: why } })),
        notes: [],
      }),
    },
    {
      id: 'left-out',
      title: 'Yang tidak dimuat',
      blocks: listed('Semua nilai yang disetujui termuat.', {
        id: 'left-out',
        title: 'Yang tidak dimuat',
        columns: [
          number,
          { id: 'what', title: 'Yang tidak dimuat', share: 6 },
          { id: 'why', title: 'Sebab', share: 5 },
          { id: 'values', title: 'Banyak nilai', share: 2, number: true, decimals: 0 },
        ],
        lines: leftOut.map(({ what, why, values }, n) =>
          line(n, { what: { text: what }, why: { text: why }, values: { value: String(values) } }),
        ),
        notes: [],
      }),
    },
    {
      id: 'sources',
      title: 'Daftar sumber',
      blocks: listed('Belum ada laporan yang disetujui.', {
        id: 'sources',
        title: 'Daftar sumber',
        columns: [
          number,
          { id: 'office', title: 'Perangkat daerah', share: 5 },
          { id: 'form', title: 'Laporan', share: 3 },
          { id: 'period', title: 'Periode', share: 2 },
          { id: 'submission', title: 'Nomor', share: 3 },
          { id: 'revision', title: 'Kiriman', share: 2 },
          { id: 'at', title: 'Disetujui', share: 2 },
          { id: 'sha256', title: 'Kode periksa', share: 6 },
        ],
        lines: sources.map((source, n) =>
          line(n, {
            office: { text: source.office },
            form: { text: source.form },
            period: { text: source.period },
            submission: { text: source.submission },
            revision: { text: `ke-${source.revision}` },
            at: { text: shortDay(dayOf(source.at, zone)) },
            sha256: { text: source.sha256 },
          }),
        ),
        notes: [],
      }),
    },
  ]
}

const number = { id: 'n', title: 'No.', share: 1 }
const line = (n: number, cells: EditionTable['lines'][number]['cells']) => ({
  cells: { n: { text: `${n + 1}.` }, ...cells },
})

const listed = (none: string, table: EditionTable): FrozenBlockOfEdition[] =>
  table.lines.length === 0
    ? [{ block: 'paragraph', text: [{ piece: 'text', text: none }] }]
    : [{ block: 'table', number: '', table }]
