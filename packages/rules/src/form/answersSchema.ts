// The shape of answers, one cell at a time. What depends on two cells, or on the catalogue, is a finding.
import { z } from 'zod'
import type { ValueShape } from '../fields/FieldType.ts'
import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import { isRowId, isUuid } from '../pointers/ids.ts'
import { isCellOf } from '../saving/cell.ts'
import { fieldOf, isItemTable } from '../saving/kindShape.ts'
import { isPosition } from '../saving/place.ts'
import { shapedAs } from '../schemas/shapedAs.ts'
import type { Answers, Cell } from '../types/Answers.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import type { Outline } from './formOutline.ts'
import { rootHead, rowsIn } from './rowTree.ts'

const unreadText = 'Isian ini tidak sesuai jenisnya.'
const asTyped = z
  .strictObject({ asTyped: z.string().min(1).max(200) })
  .meta({ description: 'Teks yang belum terbaca, disimpan seperti diketik.' })

/** The shape of the field's value, for readers of the JSON Schema; `isCellOf` decides. */
function valueSchema(shape: ValueShape): z.ZodType<string | boolean> {
  if (shape.type === 'boolean') return z.boolean()
  if (shape.enum) return z.enum(shape.enum)
  const { type: _, minLength, maxLength, ...said } = shape
  let text = z.string()
  if (minLength !== undefined) text = text.min(minLength)
  if (maxLength !== undefined) text = text.max(maxLength)
  return text.meta(said)
}

/** A cell of this field: a value of its type, or text as typed. */
const cellSchema = (field: Field): z.ZodType<Cell> =>
  z.union([valueSchema(fieldTypeOf(field).schema(field)), asTyped]).refine(cell => isCellOf(field, cell), unreadText)

const rowId = z.string().max(160).refine(isRowId, 'Nama baris tidak dikenal bentuknya.')
const place = {
  $parent: rowId.optional(),
  $position: z.string().max(300).refine(isPosition, 'Urutan baris tidak dikenal bentuknya.').optional(),
}

const coreIds = (kind: Kind, table: TableId): FieldId[] => [
  'state',
  'reason',
  'publisher',
  'expected',
  ...Object.keys(kind.findings)
    .filter(code => kind.findings[code]?.table === table)
    .map(code => `why-${code}`),
]

/** The cells of a row, of every column or of those it has; a list's rows and its heads have one shape. */
function rowSchema(kind: Kind, table: TableId, used?: FieldId[]): z.ZodType<Record<FieldId, Cell>> {
  const ids = [...(used ?? Object.keys(kind.tables[table]?.fields ?? {})), ...coreIds(kind, table)]
  const cells = ids.flatMap(id => {
    const field = fieldOf(kind, table, id, 'fixed')
    return field ? [[id, cellSchema(field).optional()] as const] : []
  })
  const shape = { ...Object.fromEntries(cells), ...(isItemTable(kind, table) && place) }
  return shapedAs<Record<FieldId, Cell>>(z.strictObject(shape))
}

type Rows = z.ZodType<Record<RowId, Record<FieldId, Cell>>>
const tablesSchema = (kind: Kind, rows: (table: TableId) => Rows): z.ZodType<Answers> =>
  shapedAs<Answers>(
    z.strictObject(Object.fromEntries(Object.keys(kind.tables).map(table => [table, rows(table).optional()]))),
  )

/** The shape of a kind's answers, without its catalogue: what is published, and what any program may send. */
export const answersSchema = (kind: Kind): z.ZodType<Answers> =>
  tablesSchema(kind, table => z.record(rowId, rowSchema(kind, table)))

/** The strict shape of one form: its rows, and the columns of each. */
export const formSchema = (outline: Outline): z.ZodType<Answers> =>
  tablesSchema(outline.kind, table => {
    const fixed = outline.fixed.tables.get(table)
    return fixed ? fixedRows(outline, table, fixed.ids) : addedRows(outline, table)
  })

function fixedRows(outline: Outline, table: TableId, ids: RowId[]): Rows {
  const byColumns = new Map<string, z.ZodType<Record<FieldId, Cell>>>()
  const schemaOf = (id: RowId) => {
    const { used } = outline.columns(table, id)
    const key = used.join()
    const schema = byColumns.get(key) ?? rowSchema(outline.kind, table, used)
    byColumns.set(key, schema)
    return schema.optional()
  }
  return shapedAs<Record<RowId, Record<FieldId, Cell>>>(
    z.strictObject(Object.fromEntries(ids.map(id => [id, schemaOf(id)]))),
  )
}

/** Rows with ids of their own, and heads named after the list's parent. */
function addedRows({ kind, fixed }: Outline, table: TableId): Rows {
  const of = fixed.of(table)
  const heads = new Set(of.length === 0 ? [rootHead] : of.flatMap(parent => rowsIn(fixed, parent).ids))
  const id = rowId.refine(id => isUuid(id) || heads.has(id), 'Baris ini bukan bagian dari formulir.')
  return z.record(id, rowSchema(kind, table))
}
