// Every figure that an edition may speak of, under the reference with which a sentence names it.
import type { Coverage, CoverageStanding } from '../form/coverage.ts'
import type { FormId } from '../reportTypes.ts'
import type { Figure } from '../types/Figure.ts'
import type { PeriodKey } from '../types/Pointer.ts'
import type { EditionData, EditionForm, EditionReport } from './EditionData.ts'
import type { FigureRef } from './Narrative.ts'
import { rowNames } from './rowsByTable.ts'

/** A figure with what it is called and how much of what is owed it covers. */
export interface BookedFigure {
  ref: FigureRef
  figure: Figure
  /** `Serapan anggaran`. */
  label: string
  /** '' for the form as a whole. */
  rowLabel: string
  rowCode: string
  /** Null: the whole region. */
  office: EditionReport['office'] | null
  form: FormId
  formTitle: string
  period: PeriodKey
  coverage: Coverage
  standing: CoverageStanding
  /** Which way is better; null where it is not said. */
  direction: 'higher' | 'lower' | null
}
export interface FigureBook {
  find: (ref: FigureRef) => BookedFigure | null
  all: readonly BookedFigure[]
}

export const refKey = ({ form, period, code, row, office = '' }: FigureRef): string =>
  `${form} ${period} ${code} ${row} ${office}`

const whole: { coverage: Coverage; standing: CoverageStanding } = {
  coverage: { owed: 1, reported: 1, approved: 1 },
  standing: 'final',
}

/** Of a form that one office files for the region its figures are the region's. */
const isOfRegion = ({ recap, reports }: EditionForm): boolean => recap === null && reports.length === 1

function bookForm(form: EditionForm): BookedFigure[] {
  const byId = new Map(form.catalogue.rows.map(row => [row.id, row]))
  const groups = new Map(form.catalogue.groups.map(({ id, label }) => [id, label]))
  const shared = { form: form.form, formTitle: form.title, period: form.period }
  const labelOf = (code: string) => form.names.figures[code] ?? code
  const directionOf = (row: string) => byId.get(row)?.direction ?? null
  const ofRegion = (form.recap?.figures ?? []).map((figure): BookedFigure => {
    const { coverage, standing } = form.recap!.of(figure)
    return {
      ...shared,
      ref: { form: form.form, period: form.period, code: figure.code, row: figure.row },
      figure,
      label: labelOf(figure.code),
      rowLabel: form.names.rows.get(figure.row) ?? byId.get(figure.row)?.label ?? groups.get(figure.row) ?? '',
      rowCode: byId.get(figure.row)?.code ?? '',
      office: null,
      coverage,
      standing,
      direction: directionOf(figure.row),
    }
  })
  const ofOffices = form.reports.flatMap(({ office, revision }): BookedFigure[] => {
    if (revision === null) return []
    const names = rowNames(revision.sections)
    const asRegion = isOfRegion(form)
    return revision.figures.map(figure => ({
      ...shared,
      ref: {
        form: form.form,
        period: form.period,
        code: figure.code,
        row: figure.row,
        ...(!asRegion && { office: office.id }),
      },
      figure,
      label: labelOf(figure.code),
      rowLabel: names.get(figure.row)?.label ?? groups.get(figure.row) ?? byId.get(figure.row)?.label ?? '',
      rowCode: names.get(figure.row)?.code ?? '',
      office: asRegion ? null : office,
      ...whole,
      direction: directionOf(figure.row),
    }))
  })
  return [...ofRegion, ...ofOffices]
}

const known = new WeakMap<object, FigureBook>()

/** The book of an edition's data, made once. */
export function bookOf(data: EditionData): FigureBook {
  const kept = known.get(data)
  if (kept) return kept
  const made = figureBook(data)
  known.set(data, made)
  return made
}

/** Those of the period and of the one before it. */
function figureBook({ forms, before }: Pick<EditionData, 'forms' | 'before'>): FigureBook {
  const all = [...forms, ...before].flatMap(bookForm)
  const byRef = new Map(all.map(one => [refKey(one.ref), one]))
  return { all, find: ref => byRef.get(refKey(ref)) ?? null }
}
