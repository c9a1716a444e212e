import type { PaperKind } from '@sepakat/rules'
import type { NamedPaper } from './namedPaper.ts'

interface Standing {
  version: number
  own: boolean
}

export const paperView = ({ paper, name, form }: NamedPaper, standing: Standing | undefined) => ({
  paper,
  name,
  form,
  version: standing?.version ?? 0,
  own: standing?.own ?? false,
})

/** What a template of this kind may name. */
export const namesView = ({ places, tables = {}, signers = {}, each = {} }: PaperKind) => ({
  places: Object.keys(places),
  tables: Object.keys(tables),
  signers: Object.keys(signers),
  each: Object.keys(each),
})
