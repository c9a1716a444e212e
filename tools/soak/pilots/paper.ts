import {
  type Answers,
  type Attached,
  type Block,
  buildForm,
  type Catalogue,
  type Cell,
  type Evaluation,
  type FieldId,
  type Form,
  type FormId,
  filledSections,
  type Kind,
  kinds,
  type Option,
  type Row,
  type RowId,
  type RuleSet,
  type Scope,
  type Section,
  type TableId,
} from '@sepakat/rules'
import { choicesOf } from '@sepakat/rules/fields/allowedOf.ts'
import { stepsOfRow } from '@sepakat/rules/names/stepsOfRow.ts'
import { type Caller, must } from '../caller.ts'

/** One report as the rules build it from what the API gives, with all that was typed into it so far. */
export interface Paper {
  id: string
  kind: Kind
  scope: Scope
  answers: Answers
  attached: Attached
  aliases: Aliases
  /** What a row is called from run to run. */
  alias: (row: RowId) => string
  sections: () => Section[]
  evaluate: () => Evaluation
  form: Form
  set: (table: TableId, row: RowId, field: FieldId, cell: Cell | null) => void
  rows: () => PlacedRow[]
  placeOf: (table: TableId, row: RowId) => PlacedRow | undefined
  /** What a field offers to choose from; null where it is typed. */
  options: (row: Row, field: FieldId) => readonly Option[] | null
}

/** Rows that people add have another id in each run: what is drawn for them goes by their place among those added. */
export type Aliases = Map<RowId, string>

interface PlacedRow {
  section: Section
  block: Block
  row: Row
}
const placed = (section: Section, blocks: readonly Block[]): PlacedRow[] =>
  blocks.flatMap(block => block.rows.flatMap(row => [{ section, block, row }, ...placed(section, row.blocks)]))

/** Opens a created report; what it carries over from the previous period counts as typed. */
export const openPaper = async (ask: Caller, id: string, aliases: Aliases): Promise<Paper> => {
  const { form: name, formVersion } = await must(
    ask<{ form: FormId; formVersion: number }>('GET', `/submissions/${id}`),
  )
  const { scope, ruleSet } = await must(ask<{ scope: Scope; ruleSet: RuleSet }>('GET', `/submissions/${id}/form`))
  const { catalogue } = await must(ask<{ catalogue: Catalogue }>('GET', `/forms/${name}/versions/${formVersion}`))
  const { answers } = await must(ask<{ answers: Answers }>('GET', `/submissions/${id}/answers`))
  const kind = kinds[name]!
  const form = buildForm(kind, catalogue, ruleSet, scope)
  const attached: Attached = {}
  const sections = () => filledSections(form, answers)
  const rows = () => sections().flatMap(section => placed(section, section.blocks))
  return {
    ...{ id, kind, scope, form, answers, attached, aliases, sections, rows },
    alias: row => aliases.get(row) ?? row,
    evaluate: () => form.evaluate(answers, attached),
    set: (table, row, field, cell) => {
      answers[table] ??= {}
      answers[table][row] ??= {}
      if (cell === null) delete answers[table][row][field]
      else answers[table][row][field] = cell
    },
    placeOf: (table, id) => rows().find(({ row }) => row.table === table && row.id === id),
    options: (row, field) => {
      const spec = kind.tables[row.table]?.fields[field]
      if (!spec) return null
      const scale = answers[row.table]?.[row.id]?.scale
      return choicesOf(spec, {
        steps: () => stepsOfRow(row, scale, { scope, rules: ruleSet, catalogue }),
        offices: () => scope.offices ?? [],
        rows: table => rows().flatMap(({ row: own }) => (own.table === table ? [own] : [])),
      })
    },
  }
}
