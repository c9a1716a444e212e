// Every number that a user types, reads or prints has its unit: from its field, from its row, or from the cell beside it.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueSchema } from '../catalogue/catalogueSchema.ts'
import type { Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { Kind } from '../types/Kind.ts'
import { unitOf } from '../words/unitOf.ts'
import { catalogueFiles } from './catalogueFiles.ts'
import { kinds } from './index.ts'

const all = Object.values(kinds)

/** Figures without a unit of their own: whose unit they take, or why they have none. */
const figuresWithout: Record<string, string> = {
  'lppd.ikk': 'of its row',
  'lppd.previous': 'of its row',
  'lppd.macro': 'of its row',
  'lppd.target': 'of its row',
  'lppd.realization': 'of its row',
  'sakip.target': 'of its row',
  'sakip.realization': 'of its row',
  'sakip.realization1': 'of its row',
  'sakip.realization2': 'of its row',
  'sakip.realization3': 'of its row',
  'sakip.realization4': 'of its row',
  'sakip.change': 'of its row',
  'spm.index': 'an index: its label says so',
  'spm.officeIndex': 'an index: its label says so',
  'spm.urusanIndex': 'an index: its label says so',
  'spm.regionIndex': 'an index: its label says so',
  'sakip.ownScore': 'a score: its label says so',
  'sakip.score': 'a score: its label says so',
  'sakip.regionScore': 'a score: its label says so',
  'sakip.regionOwnScore': 'a score: its label says so',
  'sakip.regionPart': 'a score: its label says so',
}

it('a figure has a unit, or a reason why it has none', () => {
  const without = all.flatMap(({ figures }) => Object.entries(figures).filter(([, { unit }]) => unit === ''))
  expect(new Set(without.map(([code]) => code))).toEqual(new Set(Object.keys(figuresWithout)))
})

/** The label of an input that names its unit, or the whole things it counts. */
const saysUnit =
  /\((.*, )?(Rp|ha|ton|menit|malam kamar|skor)\)|^(Jumlah|Rumah tangga|Populasi|Persentase)\b|[Ii]ndeks|Nilai|Level|RDKK/

/** Rows without a unit in any source: administrators have them in their list, screens and papers say so. */
const unsettled = [
  'rasio-tenaga-kesehatan-jumlah-penduduk',
  'rasio-rumah-singgah-shelter-tempat-tinggal',
  'rasio-pekerja-sosial-profesional-tks-relawan',
  'peraturan-daerah-peraturan-kepala-daerah-terkait',
  'rasio-ketercukupan-koleksi-perpustakaan-penduduk',
  'rasio-ketercukupan-tenaga-perpustakaan-penduduk',
]

function countless(kind: Kind, row: CatalogueRow): string[] {
  const table = kind.tables[row.table]!
  const used = table.uses?.(row) ?? Object.keys(table.fields)
  return used.filter(field => {
    const spec = table.fields[field]
    if (spec?.type !== 'number') return false
    if (unitOf(spec, row.unit, used.includes('unit') ? 'typed beside it' : undefined)) return false
    return !saysUnit.test(row.formula?.inputs[field] ?? '') && field !== 'weight'
  })
}

describe.each(all)('$form', kind => {
  const file = catalogueFiles[kind.form]
  const catalogue =
    file && (catalogueSchema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))) as Catalogue)
  it('asks for no number without a unit', () => {
    const rows = catalogue ? catalogue.rows.filter(row => countless(kind, row).length > 0) : []
    expect(rows.map(({ id }) => id.split('.').at(-1))).toEqual(kind.form === 'lppd/tahunan' ? unsettled : [])
  })

  it('asks for no number of rows that users add without a unit', () => {
    const without = Object.entries(kind.tables).flatMap(([name, { rows, fields }]) =>
      rows.from === 'catalogue' || 'unit' in fields
        ? []
        : Object.entries(fields).flatMap(([field, spec]) =>
            spec.type === 'number' && !spec.unit ? [`${name}/${field}`] : [],
          ),
    )
    expect(without).toEqual([])
  })
})
