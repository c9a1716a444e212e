// One revision as a reviewer sees it: every row in its place, with its data, looked up once.

import type { Figure, Finding, FormId, Kind, Scope } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { type FormNames, formNames } from '@sepakat/rules/names/formNames.ts'
import { type Scales, stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { earlierPeriods } from '@sepakat/rules/periods/earlierPeriods.ts'
import { type ReadForm, readForm } from '@sepakat/rules/sheet/readForm.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { type Earlier, earlierOf } from '#sheet/earlier.ts'
import type { DerivationNames } from '#submissions/Derivation.tsx'
import type { FrozenAttachment, RevisionBody } from '#submissions/revisionBody.ts'
import { sourceLinks } from '#submissions/sourceLink.ts'
import type { Submission } from '#sync/apiTypes.ts'
import type { Live } from './live.ts'
import { type PlacedRow, placedRows } from './placedRows.ts'
import { type Changes, changesBetween, noChanges } from './rowChanges.ts'

export interface Sheet {
  body: RevisionBody
  kind: Kind | undefined
  read: ReadForm
  rows: readonly PlacedRow[]
  byAnchor: ReadonlyMap<string, PlacedRow>
  /** Since the revision it is compared with, whose number is `base`; null for none. */
  base: number | null
  changes: Changes
  earlier: Earlier | null
  /** Of the previous period, by `<code>/<row>`. */
  earlierFigures: ReadonlyMap<string, Figure>
  /** By the anchor of their row; under '' those of the whole form and of groups. */
  findings: ReadonlyMap<string, readonly Finding[]>
  evidence: ReadonlyMap<string, readonly FrozenAttachment[]>
  /** What the evaluator has still to do; empty where there is no evaluator. */
  review: readonly Finding[]
}

export interface Shown {
  /** Undefined for a form this application does not know. */
  kind: Kind | undefined
  body: RevisionBody
  /** The revision it is compared with. */
  base?: RevisionBody | null | undefined
  /** What its evaluator has written since, in place of the submitted answers. */
  live?: Live | null | undefined
  /** The same form of the previous period. */
  before?: RevisionBody | null | undefined
  /** Labels of the steps of scales; without it they are shown as stored. */
  scales?: Scales | null
}

export function sheetOf({ kind, body: frozen, live, base, before, scales }: Shown): Sheet {
  const { review = [], ...written } = live ?? {}
  const body: RevisionBody = { ...frozen, ...written }
  const rows = placedRows(body.sections, kind)
  const byAnchor = new Map(rows.map(row => [row.anchor, row]))
  const place = (anchor: string) => {
    const row = rowAnchorOf(anchor)
    return row && byAnchor.has(row) ? row : ''
  }
  const read = readRevision(kind, body, scales)
  return {
    body,
    kind,
    read,
    rows,
    byAnchor,
    base: base?.n ?? null,
    changes: base ? changesBetween(base, frozen, kind) : noChanges,
    earlier: kind && before ? earlierIn(kind, body, before) : null,
    earlierFigures: new Map(before?.figures.map(figure => [`${figure.code}/${figure.row}`, figure])),
    findings: groupBy([...body.findings, ...review], finding => place(finding.at)),
    evidence: groupBy(body.attachments, attachment => place(attachment.anchor)),
    review,
  }
}

/** The previous period, from its revision. */
function earlierIn(kind: Kind, { period, sources }: RevisionBody, before: RevisionBody): Earlier | null {
  const found = earlierPeriods(kind, period).find(one => one.period === before.period)
  const status = sources[found?.name ?? '']?.status ?? 'approved'
  return found ? earlierOf(kind, { period, sources: { [found.name]: { answers: before.answers, status } } }) : null
}

/** A kind this application does not know yet: its revision is readable, with plainer labels. */
const unknownKind = (form: FormId): Kind => ({
  form,
  title: form,
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({}),
  tables: {},
  findings: {},
  figures: {},
  check: () => {},
  compute: () => {},
})

export const namesOf = (...revision: Parameters<typeof readRevision>) => readRevision(...revision).names

/** Labels were frozen with their rows; the scope only fills in words that depend on the period. */
function readRevision(
  kind: Kind | undefined,
  body: RevisionBody,
  scales?: Scales | null,
): ReadForm & { names: FormNames & DerivationNames } {
  const { form, office, period, number } = body
  const year = Number(period.slice(0, 4))
  const sources = Object.fromEntries(
    Object.entries(body.sources).map(([name, { status }]) => [name, { status, answers: {}, rows: {} }]),
  )
  const scope: Scope = { office, period, number, rows: '*', plan: { from: year, to: year }, sources }
  const known = kind ?? unknownKind(form)
  const taken = Object.entries(body.sources).map(([name, { submission, revision: n }]) => [name, { submission, n }])
  const read = readForm(body, known, scope, scales ? stepsIn(body.answers, scales, body.words) : undefined)
  return { ...read, names: { ...read.names, linkTo: sourceLinks(known, period, Object.fromEntries(taken)) } }
}

/** Tables and fields labelled by their form, where no revision has the rows' labels; null for an unknown form. */
export function generalNames({
  form,
  office,
  period,
}: Pick<Submission, 'form' | 'office' | 'period'>): FormNames | null {
  const kind = kinds[form as FormId]
  const year = Number(period.slice(0, 4))
  return kind ? formNames([], kind, { office, period, rows: '*', plan: { from: year, to: year }, sources: {} }) : null
}

/** The revision of the latest earlier period of the same form that was read at submission; null for none. */
export function earlierSource(
  kind: Kind | undefined,
  { period, sources }: Pick<RevisionBody, 'period' | 'sources'>,
): { submission: string; n: number } | null {
  for (const { name } of kind ? earlierPeriods(kind, period) : []) {
    const used = sources[name]
    if (used?.submission && used.revision !== null) return { submission: used.submission, n: used.revision }
  }
  return null
}
