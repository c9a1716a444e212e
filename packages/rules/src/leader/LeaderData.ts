import type { Coverage } from '../form/coverage.ts'
import { periodYear } from '../periods/period.ts'
import type { FormId } from '../reportTypes.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { CountedFigure } from '../types/Figure.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'

/** What the leader's page speaks of, and the form from which each is read. */
export const leaderForms = {
  spm: 'spm/triwulan',
  lppd: 'lppd/tahunan',
  macro: 'lppd/makro',
  sakip: 'sakip/evaluasi',
  lkpj: 'lkpj/tahunan',
} as const satisfies Record<string, FormId>
export type LeaderSubject = keyof typeof leaderForms
export const leaderSubjects = Object.keys(leaderForms) as LeaderSubject[]

export interface NamedOffice {
  id: string
  name: string
  shortName: string
}

/** A form in a period, as far as it is in: what a recap is made from, with what its rows are called. */
export interface LeaderReport {
  form: FormId
  period: PeriodKey
  rules: RuleSet
  catalogue: Catalogue
  /** By root row, `*` for the whole form: the offices that owe it. */
  owners: ReadonlyMap<RowId, readonly string[]>
  counted: readonly CountedFigure[]
  otherRules: boolean
  nameOf: (row: RowId) => string
  officeOf: (id: string) => NamedOffice
}

/** What is owed of a form in a period, by what became of it so far. */
export interface Punctuality {
  form: FormId
  period: PeriodKey
  /** The last deadline of them, as a day. */
  due: string
  owed: number
  submitted: number
  approved: number
  /** Of those whose deadline is over: all, submitted by now, submitted before it, approved by now. */
  over: { owed: number; submitted: number; onTime: number; approved: number }
}

/** The indicators with a target of an office's agreement of a year, as its LPPD took them over. */
export interface TargetsOfOffice {
  period: PeriodKey
  office: NamedOffice
  /** All of them, those whose achievement could be computed, and of these the approved ones and the ones that came to 100 % or more. */
  owed: number
  measured: number
  approved: number
  reached: number
  /** By which they were computed; of several, all of them. */
  ruleSet: string
}

/** An office and how much of what was due it has not submitted. */
export interface BehindOffice {
  office: NamedOffice
  late: number
  /** What it owes in the year. */
  owed: number
  /** Since the earliest of these deadlines. */
  days: number
}

/** The offices furthest behind, the furthest first. */
export interface BehindOffices {
  offices: readonly BehindOffice[]
  /** How many further ones are as far behind as the last of them. */
  more: number
}

export interface LeaderData {
  year: number
  /** The newest in which there is something to say; null: there is none. */
  reports: Record<LeaderSubject, { now: LeaderReport | null; before: LeaderReport | null }>
  /** Of the year, of the two before it, by form and period. */
  punctuality: readonly Punctuality[]
  targets: readonly TargetsOfOffice[]
  behind: BehindOffices
}

export const noCoverage: Coverage = { owed: 0, reported: 0, approved: 0 }

/** Of a form the periods of the year and of the one before it of which something was submitted, the newest first. */
export const leaderPeriods = (punctuality: readonly Punctuality[], form: FormId, year: number): PeriodKey[] =>
  punctuality
    .filter(one => one.form === form && one.submitted > 0 && [year, year - 1].includes(periodYear(one.period)))
    .map(({ period }) => period)
    .sort()
    .reverse()
