// An office's tree of programmes, written as a tree; rows are referred to by their code.
import { buildForm } from '../../form/buildForm.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { Catalogue } from '../../types/Catalogue.ts'
import type { Figure } from '../../types/Figure.ts'
import type { Evaluation } from '../../types/Form.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import type { RuleSet } from '../../types/RuleSet.ts'
import type { Scope } from '../../types/Scope.ts'
import { kind } from './kind.ts'

type Cells = Record<FieldId, Cell>
/** Cells of an indicator, or target and realization alone. */
export type Aim = Cells | [target: Cell | null, realization: Cell | null]
export interface Leaf {
  cells?: Cells
  aims?: Aim[]
}
/** `1.02.02` → `1.02.02.2.01` → `1.02.02.2.01.0001` → what was typed there. */
export type Tree = Record<string, Record<string, Record<string, Leaf>>>

const catalogue: Catalogue = { form: kind.form, title: kind.title, legal: 'PP 13/2019', groups: [], rows: [] }

const scope: Scope = {
  office: { id: 'dlh', name: 'Dinas Lingkungan Hidup' },
  period: '2026',
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources: {},
}
export const form = (physical: RuleSet['lkpj']['physical'] = 'mean', more: Partial<Scope> = {}) =>
  buildForm(kind, catalogue, { ...defaultRuleSet, lkpj: { physical } }, { ...scope, ...more })

/** The same id for the same input: form, code and place. */
export function idOf(words: string): RowId {
  let hash = 0n
  for (const letter of words) hash = (hash * 131n + BigInt(letter.charCodeAt(0))) % 2n ** 60n
  return `0199f5a0-0000-7000-8${hash
    .toString(16)
    .padStart(15, '0')
    .replace(/^(.{3})(.{12})$/, '$1-$2')}`
}
const position = (at: number) =>
  `a${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`

const aim = (given: Aim): Cells =>
  Array.isArray(given)
    ? Object.fromEntries(
        Object.entries({ target: given[0], realization: given[1] }).filter(([, cell]) => cell !== null) as [
          string,
          Cell,
        ][],
      )
    : given

export const indicatorId = (code: string, at = 0): RowId => idOf(`${code}#${at}`)

/** The answers of a tree. */
export function answersOf(tree: Tree): Answers {
  const tables: Answers = { programs: {}, activities: {}, subactivities: {}, indicators: {} }
  const add = (table: string, id: RowId, at: number, cells: Cells, parent?: RowId) => {
    tables[table] = {
      ...tables[table],
      [id]: { ...(parent && { $parent: parent }), $position: position(at), ...cells },
    }
  }
  Object.entries(tree).forEach(([program, activities], atProgram) => {
    add('programs', idOf(program), atProgram, { code: program, name: `Program ${program}` })
    Object.entries(activities).forEach(([activity, leaves], atActivity) => {
      add('activities', idOf(activity), atActivity, { code: activity, name: `Kegiatan ${activity}` }, idOf(program))
      Object.entries(leaves).forEach(([code, { cells = {}, aims = [] }], atLeaf) => {
        add('subactivities', idOf(code), atLeaf, { code, name: `Sub ${code}`, ...cells }, idOf(activity))
        aims.forEach((one, atAim) => {
          add('indicators', indicatorId(code, atAim), atAim, { name: 'Jumlah', ...aim(one) }, idOf(code))
        })
      })
    })
  })
  return tables
}

export const evaluate = (tree: Tree, physical: RuleSet['lkpj']['physical'] = 'mean'): Evaluation =>
  form(physical).evaluate(answersOf(tree))

/** The figure with this code, of the row with this printed code; of the whole office without. */
export function figureOf({ figures }: Evaluation, code: string, row = ''): Figure {
  const found = figures.find(one => one.code === `lkpj.${code}` && one.row === (row && idOf(row)))
  if (!found) throw new Error(`no lkpj.${code} of ${row}`)
  return found
}
