import type { EditionFileRow } from '@sepakat/db'
import { editionWays } from '@sepakat/documents'
import { chartsOf, editionKinds, editionName, parsePeriod, periodTitle, summaryOf } from '@sepakat/rules'
import type { Published, PublishedDataset } from './published.ts'

type Licence = { name: string; url: string }
const root = '/open/v1'

export const editionView = ({ edition: { type, period, version }, document }: Published) => ({
  type,
  name: editionName(editionKinds[type], period),
  title: document.title,
  period,
  periodTitle: periodTitle(period),
  year: parsePeriod(period).year,
  version,
  approvedAt: document.frozen?.at ?? '',
})

/** What a dataset is, from when and where, and under which licence. */
export const aboutView = (published: Published, { id, year, table, sha256 }: PublishedDataset, licence: Licence) => {
  const { name, period, periodTitle: title, version, approvedAt } = editionView(published)
  return {
    id,
    year,
    title: table.title,
    period,
    periodTitle: title,
    source: `${name}, ${published.document.region}`,
    version,
    updated: approvedAt,
    licence,
    columns: table.columns.map(column => ({
      id: column.id,
      title: column.title,
      unit: column.unit ?? null,
      type: column.number ? ('number' as const) : ('text' as const),
    })),
    lines: table.lines.length,
    notes: table.notes,
    sha256,
    csv: `${root}/datasets/${year}/${id}.csv`,
    json: `${root}/datasets/${year}/${id}.json`,
  }
}

export const rowsView = ({ table: { columns, lines } }: PublishedDataset) =>
  lines.map(({ as = 'line', level = 0, cells }) => ({
    as,
    level,
    cells: Object.fromEntries(
      columns.flatMap(({ id }) => {
        const cell = cells[id]
        return cell
          ? [[id, { value: cell.value ?? null, text: cell.text ?? null, coverage: cell.coverage ?? null }]]
          : []
      }),
    ),
  }))

/** `spm-tw1`, `lppd`: how the files of an edition are called within its year. */
export const fileStem = ({ edition: { type, period } }: Published): string => {
  const { quarter } = parsePeriod(period)
  return quarter ? `${type}-tw${quarter}` : type
}

export const publishedView = (published: Published, files: readonly EditionFileRow[], licence: Licence) => {
  const view = editionView(published)
  return {
    ...view,
    files: files.flatMap(({ format, address, bytes }) =>
      address === null || bytes === null || format === 'docx'
        ? []
        : [
            {
              as: format,
              bytes,
              href: `${root}/editions/${view.year}/${fileStem(published)}.${editionWays[format].ending}`,
            },
          ],
    ),
    summary: summaryOf(published.document),
    charts: chartsOf(published.document),
    datasets: published.datasets.map(dataset => aboutView(published, dataset, licence)),
  }
}
