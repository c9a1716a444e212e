import type { FormId, ReportType } from '../reportTypes.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { EditionData } from './EditionData.ts'
import type { EditionType } from './editionTypes.ts'
import type { EditionChart, EditionTable } from './FrozenEdition.ts'

/** A report that the regency itself owes: what it is made from, and what has to be in it. The outline is data, that a region can adjust. */
export interface EditionKind {
  type: EditionType
  /** `Laporan Penyelenggaraan Pemerintahan Daerah`. */
  title: string
  /** `LPPD`. */
  shortTitle: string
  reportType: ReportType
  period: 'year' | 'quarter'
  /** The forms whose approved revisions it takes, of which period. */
  reads: (period: PeriodKey) => { form: FormId; period: PeriodKey }[]
  outline: EditionOutline
  /** By id: what a section or a sentence may put in, and how it is made from what was frozen. */
  tables: Record<string, EditionTableMaker>
  charts: Record<string, EditionChartMaker>
  /** By form: why what was approved of it is in no table, by code of a figure or `<table>.<field>`; the rest as `default` says. */
  leftOut: Record<FormId, { default: string } & Record<string, string>>
  /** A statement of review by the Inspektorat is an annex, where the region requires it (a setting; this unless it says otherwise). */
  reviewed: boolean
  sentTo: EditionAddressee[]
}

/** Chapters as the regulation has them; `legal` is its article. */
export interface EditionOutline {
  legal: string
  chapters: EditionChapter[]
}
export interface EditionChapter {
  id: string
  /** `BAB I`. */
  number: string
  title: string
  sections: EditionSectionOutline[]
}
export interface EditionSectionOutline {
  id: string
  /** `1.1`; empty where the chapter has one section that is not numbered. */
  number: string
  title: string
  /** What belongs here, for who writes it. */
  guide: string
  /** Tables and charts that the section has, whatever is written: by id of the kind. */
  has: ({ table: string } | { chart: string })[]
  /** Nothing has to be written here, and it may be left out. */
  optional?: true
  /** Left out of this edition. */
  hidden?: true
}

/** Whom it is sent to: `Menteri Dalam Negeri melalui Gubernur`. */
interface EditionAddressee {
  id: string
  name: string
  by: string
  legal: string
}

export interface EditionTableMaker {
  title: string
  make: (data: EditionData) => EditionTable
  /** Its columns that say who somebody is: the public is given the table without them (`publicEdition`). */
  personal?: readonly string[]
}
export type EditionChartMaker = { title: string; make: (data: EditionData) => EditionChart }
