// Register, agreement and quarters of one office, built through their real forms: each submission is read by the next.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildForm } from '../src/form/buildForm.ts'
import { kind as registerKind } from '../src/kinds/sakip-indikator/kind.ts'
import { kind as reportKind } from '../src/kinds/sakip-lkjip/kind.ts'
import { kind as measurementKind } from '../src/kinds/sakip-pengukuran-triwulan/kind.ts'
import { kind as agreementKind } from '../src/kinds/sakip-perjanjian-kinerja/kind.ts'
import { defaultRuleSet } from '../src/rule-sets/defaultRuleSet.ts'
import type { Answers, Cell } from '../src/types/Answers.ts'
import type { Catalogue } from '../src/types/Catalogue.ts'
import type { Evaluation } from '../src/types/Form.ts'
import type { Kind } from '../src/types/Kind.ts'
import type { FieldId, RowId } from '../src/types/Pointer.ts'
import type { RuleSet } from '../src/types/RuleSet.ts'
import type { Scope, Source } from '../src/types/Scope.ts'

export const ids = (n: number): RowId => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}`

export interface Measured {
  /** Sasaran A by default. */
  objective?: string
  register?: Record<FieldId, Cell>
  target?: string
  /** Targets of the four quarters; the target of the year at the end unless said. */
  targets?: (string | null)[]
  /** What was realized in each quarter so far. */
  realized?: (Cell | null)[]
}
interface Programme {
  budget?: string
  spent?: (string | null)[]
}
export interface Chain {
  indicators?: Record<string, Measured>
  programmes?: Record<string, Programme>
  quarter?: 1 | 2 | 3 | 4
  rules?: Partial<RuleSet['sakip']>
  status?: Source['status']
}

const folder = join(import.meta.dirname, '../src/kinds')
const catalogueOf = (name: string): Catalogue => JSON.parse(readFileSync(join(folder, name, 'catalogue.json'), 'utf8'))
const catalogues = new Map<Kind, Catalogue>([
  [registerKind, catalogueOf('sakip-indikator')],
  [agreementKind, catalogueOf('sakip-perjanjian-kinerja')],
  [measurementKind, catalogueOf('sakip-pengukuran-triwulan')],
  [reportKind, catalogueOf('sakip-lkjip')],
])
export const rulesWith = (sakip: Partial<RuleSet['sakip']> = {}): RuleSet => ({
  ...defaultRuleSet,
  sakip: { ...defaultRuleSet.sakip, ...sakip },
})

export const scopeOf = (period: string, sources: Scope['sources'], number?: number): Scope => ({
  office: { id: ids(9000), name: 'Dinas Sosial' },
  period,
  number,
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources,
})

/** The form of a kind as an office meets it in 2026. */
export const formOf = (
  kind: Kind,
  period: string,
  sources: Scope['sources'] = {},
  rules = defaultRuleSet,
  number?: number,
) => buildForm(kind, catalogues.get(kind)!, rules, scopeOf(period, sources, number))

const present = (cells: Record<FieldId, Cell | null | undefined>): Record<FieldId, Cell> =>
  Object.fromEntries(
    Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== null && entry[1] !== undefined),
  )

const names = (indicators: Record<string, Measured>) => Object.keys(indicators)
/** The id of an indicator, of an objective and of a programme, by their place. */
export const indicatorId = (chain: Chain, name: string): RowId => ids(100 + names(chain.indicators ?? {}).indexOf(name))
export const objectiveId = (chain: Chain, name: string): RowId => ids(10 + objectivesOf(chain).indexOf(name))
export const programmeId = (chain: Chain, name: string): RowId =>
  ids(500 + Object.keys(chain.programmes ?? {}).indexOf(name))
const objectivesOf = ({ indicators = {} }: Chain) => [
  ...new Set(Object.values(indicators).map(i => i.objective ?? 'Sasaran A')),
]
const position = (n: number) => `a${String.fromCharCode(48 + (n % 10))}`

export function registerAnswers(chain: Chain): Answers {
  const { indicators = {} } = chain
  return {
    goals: { [ids(1)]: { $position: 'a0', name: 'Tujuan' } },
    objectives: Object.fromEntries(
      objectivesOf(chain).map((name, n) => [
        objectiveId(chain, name),
        { $parent: ids(1), $position: position(n), name },
      ]),
    ),
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([name, { objective = 'Sasaran A', register = {} }], n) => [
        indicatorId(chain, name),
        {
          $parent: objectiveId(chain, objective),
          $position: position(n),
          name,
          direction: 'higher',
          agreed: true,
          ...register,
        },
      ]),
    ),
  }
}

export function agreementAnswers(chain: Chain): Answers {
  const { indicators = {}, programmes = {} } = chain
  return {
    parties: { first: { name: 'A', job: 'Kepala Dinas' }, second: { name: 'B', job: 'Bupati' } },
    document: { document: { place: 'Nunukan', date: '2026-01-12' } },
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([name, { target, targets = [null, null, null, target ?? null] }]) => [
        indicatorId(chain, name),
        present({ target, tw1: targets[0], tw2: targets[1], tw3: targets[2], tw4: targets[3] }),
      ]),
    ),
    programs: Object.fromEntries(
      Object.entries(programmes).map(([name, { budget }], n) => [
        programmeId(chain, name),
        present({ $position: position(n), name, code: '1.06.01', budget, fund: 'APBD' }),
      ]),
    ),
  }
}

export function quarterAnswers(chain: Chain, quarter: number): Answers {
  const { indicators = {}, programmes = {} } = chain
  return {
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([name, { realized = [] }]) => [
        indicatorId(chain, name),
        present({ realization: realized[quarter - 1] }),
      ]),
    ),
    programs: Object.fromEntries(
      Object.entries(programmes).map(([name, { spent = [] }]) => [
        programmeId(chain, name),
        present({ spent: spent[quarter - 1] }),
      ]),
    ),
  }
}

const sourceOf = (
  form: ReturnType<typeof buildForm>,
  answers: Answers,
  status: Source['status'] = 'approved',
): Source => ({
  answers,
  rows: form.rows(answers),
  status,
})

export function registerSource(chain: Chain, rules = rulesWith(chain.rules)): Source {
  return sourceOf(formOf(registerKind, '2026', {}, rules), registerAnswers(chain), chain.status)
}
function agreementSource(chain: Chain, rules = rulesWith(chain.rules)): Source {
  const form = formOf(agreementKind, '2026', { register: registerSource(chain, rules) }, rules)
  return sourceOf(form, agreementAnswers(chain), chain.status)
}

/** The sources of a quarter: register, agreement and the quarters before it. */
export function quarterSources(chain: Chain): Scope['sources'] {
  const { quarter = 4 } = chain
  const sources: Scope['sources'] = { register: registerSource(chain), agreement: agreementSource(chain) }
  for (let q = 1; q < quarter; q++) {
    const form = formOf(measurementKind, `2026-TW${q}`, { ...sources }, rulesWith(chain.rules))
    sources[`tw${q}`] = sourceOf(form, quarterAnswers(chain, q))
  }
  return sources
}

export function measure(chain: Chain, answers = quarterAnswers(chain, chain.quarter ?? 4)): Evaluation {
  const form = formOf(measurementKind, `2026-TW${chain.quarter ?? 4}`, quarterSources(chain), rulesWith(chain.rules))
  return form.evaluate(answers)
}

/** A figure rounded to four places, as the worked examples print them; null where there is none. */
export function figure(
  { figures }: Evaluation,
  code: string,
  row: RowId = '',
): { value: string | null; raw: string | null; why: string | null } {
  const found = figures.find(one => one.code === code && one.row === row)
  if (!found) throw new Error(`no figure ${code} of ${row}`)
  const short = (text: string | null) => text && Number(text).toFixed(4)
  return { value: short(found.value), raw: short(found.raw), why: found.why }
}
