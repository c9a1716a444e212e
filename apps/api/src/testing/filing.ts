import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { reporting } from './reporting.ts'
import type { Caller, SignedIn, TestApi } from './testApi.ts'

/** The people by whom SPM reports are filed and reviewed: an office's operator and head, two verifiers, and a report for each test. */
export interface Filing {
  office: string
  otherOffice: string
  operator: SignedIn
  head: SignedIn
  verifier: SignedIn
  secondVerifier: SignedIn
  coordinator: SignedIn
  /** An operator of another office. */
  other: SignedIn
  /** A new, untouched report, of the next free period or of one that is named. */
  begin: (period?: string) => Promise<string>
  set: (id: string, cells: Record<string, string>, by?: Caller) => Promise<void>
  move: (
    by: Caller,
    id: string,
    move: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>
  /** Moves that must succeed, in order: `['operator', 'submit']`. */
  through: (
    id: string,
    ...moves: [keyof Filing & ('operator' | 'head' | 'verifier' | 'secondVerifier' | 'coordinator'), string, object?][]
  ) => Promise<void>
  note: (id: string, anchor?: string, text?: string) => Promise<string>
}

const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029]

export const filing = async (api: TestApi): Promise<Filing> => {
  const { dsp3a: office, dinkes: otherOffice } = await reporting(api.db, years[0])
  for (const year of years.slice(1)) await reporting(api.db, year)
  const periods = years.flatMap(year => [4, 3, 2, 1].map(quarter => `${year}-TW${quarter}`))
  const people = {
    operator: await api.as({ role: 'operator', offices: [office] }, { name: 'Operator Sosial' }),
    head: await api.as({ role: 'head', offices: [office] }, { name: 'Kepala Dinas Sosial' }),
    verifier: await api.as({ role: 'verifier', reportTypes: ['spm'] }, { name: 'Verifikator Satu' }),
    secondVerifier: await api.as({ role: 'verifier', reportTypes: ['spm'] }, { name: 'Verifikator Dua' }),
    coordinator: await api.as({ role: 'coordinator', reportTypes: ['spm'] }, { name: 'Koordinator' }),
    other: await api.as({ role: 'operator', offices: [otherOffice] }, { name: 'Operator Kesehatan' }),
  }
  const move: Filing['move'] = (by, id, name, body = {}, headers = {}) =>
    by.call('POST', `/submissions/${id}/${name}`, body, headers)
  const must = (answer: LightMyRequestResponse, status: number) => {
    if (answer.statusCode !== status) throw new Error(`${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  return {
    office,
    otherOffice,
    ...people,
    move,
    begin: async (period = periods.shift()) => {
      const made = await people.operator.call('POST', '/submissions', { office, form: 'spm/triwulan', period })
      return must(made, 201).id
    },
    set: async (id, cells, by = people.operator) => {
      const changes = Object.entries(cells).map(([pointer, value]) => ({
        changeId: v7(),
        op: 'set',
        pointer,
        value,
        base: 0,
      }))
      const saved = must(await by.call('PATCH', `/submissions/${id}/answers`, { changes }), 200)
      const lost = saved.results.filter((result: { result: string }) => result.result !== 'applied')
      if (lost.length > 0) throw new Error(JSON.stringify(lost))
    },
    through: async (id, ...moves) => {
      for (const [who, name, body] of moves) must(await move(people[who], id, name, body), 200)
    },
    note: async (id, anchor = '/recipients/gepeng/served', text = 'Mohon lampirkan daftarnya.') => {
      const note = { id: v7(), anchor, text }
      return must(await people.verifier.call('POST', `/submissions/${id}/notes`, note), 201).id
    },
  }
}

/** A date for an answer, some days from now. */
export const soon = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString()
