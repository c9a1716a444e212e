import {
  bookOf,
  type EditionData,
  type FigureIndex,
  figureIndex,
  periodTitle,
  sayFigure,
  searchFigures,
} from '@sepakat/rules'

const indexes = new WeakMap<EditionData, FigureIndex>()
const indexOf = (data: EditionData): FigureIndex => {
  const kept = indexes.get(data) ?? figureIndex(bookOf(data), data.period)
  indexes.set(data, kept)
  return kept
}

/** The figures that a sentence may name, by words; the best first. */
export const findFigures = (data: EditionData, { q, limit }: { q: string; limit: number }) => ({
  items: searchFigures(indexOf(data), q, limit).map(one => ({
    ref: { ...one.ref },
    label: one.label,
    rowLabel: one.rowLabel,
    rowCode: one.rowCode,
    office: one.office,
    formTitle: one.formTitle,
    periodTitle: periodTitle(one.period),
    said: sayFigure(one.figure, {}),
    value: one.figure.value,
    unit: one.figure.unit,
    coverage: one.coverage,
    standing: one.standing,
  })),
})
