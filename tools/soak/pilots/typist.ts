import type { Cell, FieldId, Row, Section } from '@sepakat/rules'
import type { FormOnScreen } from './formOnScreen.ts'
import type { Paper } from './paper.ts'
import { typedAs } from './plausible.ts'

/** Who fills in one report in the browser, and what it took. */
export interface Typist {
  paper: Paper
  screen: FormOnScreen
  seed: number
  fields: number
  /** How often each finding kept the report, by its code. */
  met: Map<string, number>
  /** Fields that are not called on screen as the form calls them. */
  misnamed: string[]
  show: (section: Section) => Promise<void>
  put: (row: Row, field: FieldId, cell: Cell) => Promise<void>
}

export const typistOf = (paper: Paper, screen: FormOnScreen, seed: number): Typist => {
  let section = ''
  const typist: Typist = {
    ...{ paper, screen, seed, fields: 0, met: new Map(), misnamed: [] },
    async show({ id, title }) {
      if (section === id) return
      await screen.goTo(
        paper.sections().findIndex(one => one.id === id),
        title,
      )
      section = id
    },
    async put(row, field, cell) {
      const spec = paper.kind.tables[row.table]?.fields[field]
      const id = `/${row.table}/${row.id}/${field}`
      const option = spec && paper.options(row, field)?.find(one => one.id === String(cell))
      if (spec?.type === 'boolean' && spec.need === 'optional') await screen.tick(id)
      else if (option) await screen.choose(id, option.label)
      else await screen.type(id, spec ? typedAs(spec, cell) : String(cell))
      paper.set(row.table, row.id, field, cell)
      typist.fields += 1
    },
  }
  return typist
}
