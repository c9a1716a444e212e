// What a form requires of a row: catalogueSchema knows no kind.

import { decimalPattern } from '../numbers/decimal.ts'
import type { Bounds, Catalogue, CatalogueRow } from '../types/Catalogue.ts'
import type { Kind, Table } from '../types/Kind.ts'
import { boundsInOrder } from './boundsInOrder.ts'
import { formulaFaults, type RowFault } from './formulaFaults.ts'

/** What the kind lacks or cannot use in a new row of its catalogue; of a form without a kind only what the catalogue shows. */
export function rowFaults(kind: Kind | undefined, catalogue: Catalogue, row: Omit<CatalogueRow, 'id'>): RowFault[] {
  const table = kind?.tables[row.table]
  if (kind && table?.rows.from !== 'catalogue')
    return [{ field: 'table', message: 'Bagian ini tidak memakai baris katalog.' }]
  const faults = placeFaults(table, catalogue, row)
  if (row.to !== null && row.to < row.from)
    faults.push({ field: 'to', message: 'Tahun terakhir tidak boleh sebelum tahun pertama.' })
  faults.push(...boundsFaults(row.bounds))
  if (!kind || !table) return faults
  return [...faults, ...formulaFaults(kind, row.table, row.formula), ...attrFaults(table, row.attrs ?? {})]
}

function boundsFaults(bounds: Bounds = {}): RowFault[] {
  const unread = Object.entries(bounds)
    .filter(([, bound]) => !decimalPattern.test(bound))
    .map(([name]) => ({ field: `bounds.${name}`, message: 'Tulis dengan angka, misalnya 100 atau 12,5.' }))
  if (unread.length > 0 || boundsInOrder(bounds)) return unread
  const message = 'Batas bawah harus di bawah batas atas, dan batas wajar di antara keduanya.'
  return [{ field: 'bounds', message }]
}

function placeFaults(table: Table | undefined, { groups, rows }: Catalogue, row: Omit<CatalogueRow, 'id'>): RowFault[] {
  const faults: RowFault[] = []
  const above = table?.rows.from === 'catalogue' ? table.rows.of : undefined
  if (row.parent !== undefined) {
    const parents = rows.filter(one => one.id === row.parent)
    if (parents.length === 0) faults.push({ field: 'parent', message: 'Baris induk ini tidak ada dalam katalog.' })
    else if (table && parents[0]!.table !== above)
      faults.push({ field: 'parent', message: 'Baris bagian ini tidak berada di bawah baris itu.' })
    else if (!parents.some(one => one.from <= row.from && (one.to === null || one.to >= row.from)))
      faults.push({ field: 'parent', message: `Baris induk ini tidak berlaku pada tahun ${row.from}.` })
  } else if (above !== undefined) faults.push({ field: 'parent', message: 'Pilih baris induknya.' })
  if (row.group !== undefined) {
    if (!groups.some(group => group.id === row.group))
      faults.push({ field: 'group', message: 'Kelompok ini tidak ada dalam katalog.' })
  } else if (above === undefined && rows.some(one => one.table === row.table && one.group !== undefined))
    faults.push({ field: 'group', message: 'Pilih kelompoknya.' })
  return faults
}

function attrFaults({ attrs: known = {} }: Table, attrs: Record<string, string>): RowFault[] {
  const faults = Object.keys(attrs)
    .filter(name => !Object.hasOwn(known, name))
    .map(name => ({ field: `attrs.${name}`, message: 'Keterangan ini tidak dikenal formulirnya.' }))
  for (const [name, { need, choices, decimal }] of Object.entries(known)) {
    const field = `attrs.${name}`
    const value = Object.hasOwn(attrs, name) ? attrs[name] : undefined
    if (value === undefined || value === '') {
      if (need) faults.push({ field, message: choices && !decimal ? 'Pilih salah satu.' : 'Isian ini wajib diisi.' })
    } else if (!(choices?.some(({ id }) => id === value) || (decimal && decimalPattern.test(value)))) {
      if (decimal) faults.push({ field, message: 'Tulis dengan angka, misalnya 12,5.' })
      else if (choices) faults.push({ field, message: 'Pilih salah satu.' })
    }
  }
  return faults
}
