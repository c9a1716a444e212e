import type { FormId } from '../reportTypes.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'

/** What an office owes for a form and a period, with all reports that answer it. */
export interface OwnReport {
  id: string
  form: FormId
  period: PeriodKey
  /** It has been created and is being filled in. */
  begun: boolean
  /** It was submitted or approved, or has values from before the system: something in its office's name is kept for ever. */
  frozen: boolean
}
/** Years included; null is without an end. */
export interface OwnAssignment {
  id: string
  form: FormId
  row: RowId | '*'
  fromYear: number
  toYear: number | null
}
/** What an office has that a reorganisation may move, and what its successors owe already. Everything else is identified by id. */
export interface Belongings {
  reports: OwnReport[]
  assignments: OwnAssignment[]
  /** What the successors owe or have reported; `frozen` as of a report. */
  owed: ({ office: string } & Pick<OwnReport, 'form' | 'period' | 'frozen'>)[]
  /** The first day of each successor. */
  begins: Record<string, string>
  posts: string[]
  keys: string[]
  /** Parts of reports that were assigned to the office and are not done. */
  contributions: string[]
  /** The units below it. */
  units: string[]
}
/** A merge has one successor, a split several; an office that is its own successor continues. */
export interface Reorganisation {
  office: string
  successors: [string, ...string[]]
  /** Its effective date, as 2027-01-01. */
  date: string
  /** Who takes over what does not go to the first successor, by `choiceOf`. */
  choices: Record<string, string>
}
export type ChosenSort = 'row' | 'post' | 'key'
export const choiceOf = (sort: ChosenSort, id: string): string => `${sort} ${id}`
/** Under which an assignment is chosen: a row goes to one successor in all years. */
export const rowChoice = ({ form, row }: Pick<OwnAssignment, 'form' | 'row'>): string =>
  choiceOf('row', `${form} ${row}`)

/**
 * `together`: a report of the same report type and year, or a later one, stays. `both-owe`: the successor owes that report type
 * in that year too, or has submitted a period of it without these rows. `several`: its rows go to more than one. `before`: a period of that year was over before the successor began.
 * `practice`: it was only practice, which keeps nothing else back.
 */
export type WhyStays = 'submitted' | 'both-owe' | 'several' | 'before' | 'together' | 'practice'
export type ReportOutcome =
  | { stays: WhyStays }
  /** `also`: the others that owe it, since rows of it go there. */
  | { to: string; also: string[] }
  /** It has no report, and all who take over its rows owe it already. */
  | { covered: string[] }

export interface Handed {
  id: string
  to: string
}
export interface ReorganisationPlan {
  /** The office ends on the date. */
  ends: boolean
  reports: (OwnReport & { outcome: ReportOutcome })[]
  /** Each with the first year in which its row is the successor's. */
  assignments: (OwnAssignment & { to: string; from: number })[]
  posts: Handed[]
  keys: Handed[]
  contributions: Handed[]
  units: Handed[]
}
