import type { FrozenSection } from '../form/frozenSections.ts'
import type { Recap } from '../form/recapOf.ts'
import type { FormId } from '../reportTypes.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'

/** What an edition is made from: the approved revisions of what it reads, and the region's figures of them. */
export interface EditionData {
  /** `Kabupaten Nunukan`. */
  region: string
  /** `Asia/Makassar`: in which its days are said. */
  zone: string
  period: PeriodKey
  forms: EditionForm[]
  /** The same forms of the period before, with which sentences compare. */
  before: EditionForm[]
}
export interface EditionForm {
  form: FormId
  period: PeriodKey
  title: string
  /** The region's figures of it, of approved revisions alone; null where the form has none. */
  recap: Recap | null
  /** Its rows and groups as they are published now. */
  catalogue: Catalogue
  /** What rows and figures are called. */
  names: { rows: ReadonlyMap<RowId, string>; figures: Record<string, string> }
  /** One for each that is owed, in the order of offices; `revision` null: nothing of it is approved. */
  reports: EditionReport[]
}
export interface EditionReport {
  office: { id: string; name: string; shortName: string }
  submission: string | null
  status: string
  /** As an instant. */
  dueAt: string
  /** The approved revision. */
  revision: { n: number; sha256: string; at: string; sections: FrozenSection[]; figures: readonly Figure[] } | null
}
