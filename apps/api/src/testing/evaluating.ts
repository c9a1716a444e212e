import { readFileSync } from 'node:fs'
import type { Answers, Catalogue } from '@sepakat/rules'
import { v7 } from 'uuid'
import { move, reporting } from './reporting.ts'
import type { Caller, SignedIn, TestApi } from './testApi.ts'

const catalogueFile = '../../../../packages/rules/src/kinds/sakip-evaluasi/catalogue.json'
const { rows } = JSON.parse(readFileSync(new URL(catalogueFile, import.meta.url), 'utf8')) as Catalogue
const idsOf = (table: string): string[] => rows.filter(row => row.table === table).map(row => row.id)
export const criteria = idsOf('criteria')
export const subcomponents = idsOf('subcomponents')
export const recommendation = v7()

/** A change without its id. */
export interface Wish {
  op: string
  pointer: string
  value?: unknown
  base?: number
}
export const set = (pointer: string, value: unknown, base = 0): Wish => ({ op: 'set', pointer, value, base })

/** All that an evaluator has to write, and a recommendation. */
export const evaluated = (): Wish[] => [
  ...criteria.map(id => set(`/criteria/${id}/verified`, true)),
  ...subcomponents.map(id => set(`/subcomponents/${id}/grade`, 'BB')),
  { op: 'add', pointer: `/recommendations/${recommendation}`, value: { parent: null, position: 'a0' } },
  set(`/recommendations/${recommendation}/text`, 'Agar pohon kinerja dilengkapi.'),
  set(`/recommendations/${recommendation}/due`, '2027-06-30'),
]

const ownAnswers: Answers = {
  criteria: Object.fromEntries(criteria.map(id => [id, { met: true, 'why-met-without-evidence': 'Ada di kantor' }])),
}

/** Worksheets of one office that evaluators look at, each of a year of its own. */
export interface Evaluating {
  office: string
  operator: SignedIn
  evaluator: SignedIn
  /** The year of the last one. */
  year: () => number
  submitted: () => Promise<string>
  claimed: () => Promise<string>
  save: (by: Pick<Caller, 'call'>, id: string, ...wishes: Wish[]) => ReturnType<Caller['call']>
  approve: (id: string) => ReturnType<Caller['call']>
}

export const evaluating = async (api: TestApi): Promise<Evaluating> => {
  let year = 2026
  const { dsp3a: office } = await reporting(api.db, year)
  const operator = await api.as({ role: 'operator', offices: [office] })
  const evaluator = await api.as({ role: 'evaluator', reportTypes: ['sakip'] }, { name: 'Penilai Satu' })
  const submitted = async () => {
    year += 2 // the one before would ask for answers to its recommendations
    await reporting(api.db, year)
    const asked = { office, form: 'sakip/evaluasi', period: `${year}`, answers: ownAnswers }
    const { id } = (await operator.call('POST', '/submissions', asked)).json()
    await move(operator, id, 'submit')
    return id as string
  }
  return {
    office,
    operator,
    evaluator,
    year: () => year,
    submitted,
    claimed: async () => {
      const id = await submitted()
      await move(evaluator, id, 'claim')
      return id
    },
    save: (by, id, ...wishes) =>
      by.call('PATCH', `/submissions/${id}/evaluation`, {
        changes: wishes.map(wish => ({ changeId: v7(), ...wish })),
      }),
    approve: id => evaluator.call('POST', `/submissions/${id}/approve`, {}, { 'idempotency-key': v7() }),
  }
}
