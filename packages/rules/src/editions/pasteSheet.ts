// What is carried over by hand to the ministry's applications, in the order of their screens: those follow the tables of the report, a
// field for each number.
import { roundShown } from '../numbers/formatNumber.ts'
import type { EditionType } from './editionTypes.ts'
import type { EditionTable, FrozenEdition } from './FrozenEdition.ts'
import { shownPlaces } from './shownCell.ts'

interface PasteField {
  /** Of the table, its line and its column: the same as long as the table is. */
  id: string
  label: string
  /** As the report shows it, with a decimal comma and without points, as such fields take it; '' where there is none. */
  value: string
  unit: string
}
interface PasteScreen {
  id: string
  title: string
  fields: PasteField[]
}

interface Order {
  application: string
  /** Tables in the order of the screens; one for each field of government where its lines have such headings. */
  tables: readonly string[]
}

/** The order of the screens as far as it was seen; a table that a report has not is passed over. */
const orders: Record<EditionType, Order> = {
  lppd: {
    application: 'SILPPD',
    tables: [
      'makro',
      'ikk-keluaran',
      'ikk-hasil',
      'ikk-penunjang',
      'akuntabilitas',
      'bantuan-pusat',
      'bantuan-provinsi',
      'spm-capaian',
    ],
  },
  rlppd: { application: 'SILPPD', tables: ['makro', 'ikk-dasar', 'apbd-ringkas'] },
  lkpj: { application: 'SILPPD', tables: ['apbd', 'program-urusan'] },
  spm: { application: 'e-SPM', tables: ['spm-capaian', 'spm-mutu', 'spm-anggaran', 'spm-personel'] },
  lkjip: { application: 'e-SAKIP', tables: ['akuntabilitas', 'perbandingan', 'anggaran-kinerja'] },
}

function screensOf(table: EditionTable): PasteScreen[] {
  const names = table.columns.filter(({ number }) => !number)
  const numbers = table.columns.filter(({ number }) => number)
  const screens: PasteScreen[] = []
  let current: PasteScreen | undefined
  for (const [n, line] of table.lines.entries()) {
    const words = names.flatMap(({ id }) => line.cells[id]?.text || [])
    if (line.as === 'group') {
      current = { id: `${table.id}.${n}`, title: `${table.title}: ${words.join(' ')}`, fields: [] }
      screens.push(current)
      continue
    }
    if (!current) {
      current = { id: table.id, title: table.title, fields: [] }
      screens.push(current)
    }
    const unit = line.cells.unit?.text ?? ''
    for (const { id, title, ...column } of numbers) {
      const exact = line.cells[id]?.value
      if (exact == null) continue
      const decimals = shownPlaces(column, exact)
      const value = decimals === undefined ? exact : roundShown(exact, decimals)
      const label = [...words.filter(word => word !== unit), title].join(' · ')
      // a rate of change of an index is in percent, as the head of its column says
      const own = /\(([^)]+)\)$/.exec(title)?.[1] ?? unit
      current.fields.push({ id: `${table.id}.${n}.${id}`, label, value: value.replace('.', ','), unit: own })
    }
  }
  return screens.filter(({ fields }) => fields.length > 0)
}

/** Of an edition as it is. */
export function pasteSheet({ type, chapters }: FrozenEdition): { application: string; screens: PasteScreen[] } {
  const { application, tables } = orders[type]
  const known = new Map(
    chapters
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .flatMap(block => (block.block === 'table' ? [[block.table.id, block.table] as const] : [])),
  )
  return {
    application,
    screens: tables.flatMap(id => {
      const table = known.get(id)
      return table ? screensOf(table) : []
    }),
  }
}
