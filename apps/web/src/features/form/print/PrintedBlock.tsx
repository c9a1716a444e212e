import type { FrozenBlock, FrozenRow, Kind } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { shownFigure } from '@sepakat/rules/words/figureText.ts'
import { createElement } from 'react'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import styles from './Print.module.css'
import {
  Explanations,
  explanationsOf,
  FigureOnPaper,
  RowName,
  StateOnPaper,
  stateOf,
  TakenFrom,
  usePrint,
  Value,
} from './PrintedParts.tsx'

interface PrintedBlockProps {
  block: FrozenBlock
  level: number
  titled: boolean
  /** The title of its section: a row of that name has its heading already. */
  section?: string
}

/** A table of the form on paper: in columns where its kind has a grid or a list, else question by question. */
export function PrintedBlock({ block, level, titled, section }: PrintedBlockProps) {
  const declared = block.head?.state
  return (
    <section className={styles.block}>
      {titled && createElement(`h${Math.min(level, 6)}`, {}, block.title)}
      {typeof declared === 'string' && (
        <p>Dinyatakan tidak ada.{typeof block.head?.reason === 'string' && ` Alasan: ${block.head.reason}`}</p>
      )}
      {block.rows.length === 0 && !declared && <p className={styles.quiet}>Tidak ada isian.</p>}
      {block.rows.length > 0 &&
        (block.layout === 'card' ? (
          block.rows.map(row => (
            <CardOnPaper key={row.id} row={row} level={titled ? level + 1 : level} alone={row.id === section} />
          ))
        ) : (
          <GridOnPaper block={block} level={titled ? level + 1 : level} />
        ))}
    </section>
  )
}

function CardOnPaper({ row, level, alone }: { row: FrozenRow; level: number; alone: boolean }) {
  const { kind } = usePrint()
  const each = kind.tables[row.table]?.rows.from === 'each'
  return (
    <div className={styles.card}>
      {!alone && !each && createElement(`h${Math.min(level, 6)}`, {}, <RowName row={row} />)}
      <StateOnPaper row={row} />
      {!stateOf(row) && (
        <table className={styles.answers}>
          <tbody>
            {fieldsOf(kind, row).map(field => (
              <tr key={field}>
                <th scope="row">{row.fields[field]}</th>
                <td className={isNumeric(kind.tables[row.table]?.fields[field]) ? styles.num : undefined}>
                  <Value row={row} field={field} />
                </td>
              </tr>
            ))}
            {!each && <FigureRows row={row} />}
          </tbody>
        </table>
      )}
      <Explanations row={row} />
      {!stateOf(row) &&
        row.blocks.map(block => (
          <PrintedBlock key={`${block.table} ${block.title}`} block={block} level={alone ? level : level + 1} titled />
        ))}
    </div>
  )
}

/** In the order of the kind: stored JSON has none. */
const fieldsOf = (kind: Kind, row: FrozenRow): string[] =>
  Object.keys(kind.tables[row.table]?.fields ?? row.fields).filter(field => field in row.fields)

function FigureRows({ row }: { row: FrozenRow }) {
  const { kind, figures } = usePrint()
  const own = figures.get(row.id)?.filter(figure => figure.code !== 'completeness') ?? []
  return own.map(figure => (
    <tr key={figure.code} className={styles.figure}>
      <th scope="row">{kind.figures[figure.code]?.label ?? figure.code}</th>
      <td className={styles.num}>
        <FigureOnPaper figure={figure} />
      </td>
    </tr>
  ))
}

function GridOnPaper({ block, level }: { block: FrozenBlock; level: number }) {
  const { kind, figures } = usePrint()
  const spec = kind.tables[block.table]
  const fields = Object.keys(spec?.fields ?? {}).filter(field => block.rows.some(row => field in row.fields))
  const isList = spec?.rows.from === 'items'
  const codes = [...new Set(block.rows.flatMap(row => figures.get(row.id)?.map(figure => figure.code) ?? []))].filter(
    code => code !== 'completeness' && spec?.rows.from !== 'each',
  )
  return (
    <ScrollRegion label={block.title} className={styles.scroll}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{isList ? 'No.' : 'Uraian'}</th>
            {fields.map(field => (
              <th key={field} scope="col" className={isNumeric(spec?.fields[field]) ? styles.num : undefined}>
                {block.rows.find(row => field in row.fields)?.fields[field]}
              </th>
            ))}
            {codes.map(code => (
              <th key={code} scope="col" className={styles.num}>
                {kind.figures[code]?.label ?? code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <GridRowOnPaper key={row.id} {...{ row, fields, codes, level }} number={isList ? at + 1 : null} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function GridRowOnPaper({
  row,
  fields,
  codes,
  number,
  level,
}: {
  row: FrozenRow
  fields: string[]
  codes: string[]
  number: number | null
  level: number
}) {
  const { kind, figures } = usePrint()
  const state = stateOf(row)
  const below = explanationsOf(row).length > 0 || row.blocks.some(block => block.rows.length > 0 || block.head?.state)
  return (
    <>
      <tr>
        <th scope="row">{number === null ? <RowName row={row} /> : `${number}.`}</th>
        {state ? (
          <td colSpan={fields.length}>
            <StateOnPaper row={row} />
          </td>
        ) : (
          fields.map(field => (
            <td key={field} className={isNumeric(kind.tables[row.table]?.fields[field]) ? styles.num : undefined}>
              {field in row.fields && <Value row={row} field={field} />}
            </td>
          ))
        )}
        {codes.map(code => {
          const figure = figures.get(row.id)?.find(one => one.code === code)
          return (
            <td key={code} className={styles.num}>
              {figure && (figure.value === null ? '–' : shownFigure(figure))}
              {figure?.band && <span className={styles.band}> {figure.band.label}</span>}
              {figure && <TakenFrom figure={figure} />}
            </td>
          )
        })}
      </tr>
      {below && (
        <tr>
          <td colSpan={1 + fields.length + codes.length}>
            <Explanations row={row} />
            {!state &&
              row.blocks.map(block => (
                <PrintedBlock key={`${block.table} ${block.title}`} block={block} level={level} titled />
              ))}
          </td>
        </tr>
      )}
    </>
  )
}
