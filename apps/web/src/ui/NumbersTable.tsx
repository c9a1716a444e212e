import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { keyedBy } from './keyedBy.ts'
import { ScrollRegion } from './ScrollRegion.tsx'
import { tableClass, tableRegionClass } from './Table.tsx'

/** The numbers of a chart: a line a category, a column a series. Names may repeat: a cell is told by its places. */
export const NumbersTable = ({
  title,
  categories,
  series,
  numberClass,
  cell,
}: {
  title: string
  categories: readonly string[]
  series: readonly string[]
  numberClass: string | undefined
  cell: (series: number, category: number) => ReactNode
}) => (
  <ScrollRegion label={title} className={cx(tableRegionClass)}>
    <table className={tableClass({ frozen: true })}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <td />
          {keyedBy(series).map(([key, name]) => (
            <th key={key} scope="col" className={numberClass}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyedBy(categories).map(([line, category]) => (
          <tr key={line}>
            <th scope="row">{category}</th>
            {keyedBy(series).map(([column]) => (
              <td key={column} className={numberClass}>
                {cell(Number(column), Number(line))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
)
