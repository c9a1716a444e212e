import type {
  Cell,
  Decimal,
  Derivation,
  FieldId,
  Figure,
  FrozenBlock,
  FrozenRow,
  FrozenSection,
  Kind,
} from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { formulaWords, shortFormula } from '@sepakat/rules/words/figureText.ts'
import { unitInRow } from '@sepakat/rules/words/unitOf.ts'

/** One cell with its words. `text`: as people read it; a number without grouping, so that a spreadsheet takes it for one. */
export interface AnswerDatum {
  at: string
  section: string
  code: string
  row: string
  field: string
  value: Cell
  text: string
  unit: string
}
export interface FigureDatum extends Pick<Figure, 'code' | 'row' | 'value' | 'why' | 'unit' | 'band' | 'basis'> {
  label: string
  rowLabel: string
  /** Why it has no value, in words; null where it has one. */
  lacks: string | null
  /** How it is computed, in words, and with its numbers where they are few. */
  formula: string
  computed: string | null
  derivation: Derivation
}

/** A decimal as a spreadsheet in Indonesia reads it. */
export const plainNumber = (value: Decimal): string => value.replace('.', ',')

/** All that was answered in a form, cell by cell in the order of the form, each with what was asked. */
export function answerData(kind: Kind, names: FormNames, sections: FrozenSection[]): AnswerDatum[] {
  const data: AnswerDatum[] = []
  const add = (section: string, row: Omit<FrozenRow, 'blocks'>, field: FieldId, value: Cell): void => {
    const spec = kind.tables[row.table]?.fields[field]
    const counted = isNumeric(spec) && typeof value === 'string' && isDecimal(value)
    data.push({
      at: `/${row.table}/${row.id}/${field}`,
      section,
      code: row.code ?? '',
      row: row.label,
      field: names.fieldLabel(row.table, row.id, field),
      value,
      text: counted ? plainNumber(value) : names.cell(row.table, row.id, field, value),
      unit: counted ? unitInRow(spec, row) : '',
    })
  }
  const walk = (section: string, { table, title, under, head = {}, rows }: FrozenBlock): void => {
    const whole = { table, id: under ?? 'all', parent: under, label: title, fields: {}, values: head }
    for (const [field, value] of Object.entries(head)) add(section, whole, field, value)
    for (const row of rows) {
      for (const [field, value] of Object.entries(row.values)) add(section, row, field, value)
      for (const block of row.blocks) walk(section, block)
    }
  }
  for (const { title, blocks } of sections) for (const block of blocks) walk(title, block)
  return data
}

/** What was computed, each figure with its formula and its whole derivation. */
export const figureData = (names: FormNames, figures: Figure[]): FigureDatum[] =>
  figures.map(({ code, row, value, why, unit, band, basis, derivation }) => ({
    code,
    label: names.figureLabel(code),
    row,
    rowLabel: row === '' ? '' : (names.rowById(row)?.label ?? row),
    value,
    why,
    unit,
    band,
    basis,
    lacks: value === null ? names.why({ why, derivation }) : null,
    formula: formulaWords(derivation),
    computed: shortFormula(derivation),
    derivation,
  }))
