import type { FrozenBlock, FrozenRow } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { isItemTable, stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import {
  columnsOf,
  declaredState,
  explanationsIn,
  fieldsOf,
  figureCodes,
  firstFigure,
  inOrderOfWork,
  isHeaded,
  isSaidBelow,
  rowFigures,
} from '@sepakat/rules/sheet/outline.ts'
import { declaredWords } from '@sepakat/rules/words/textOf.ts'
import { AnswerView } from '#sheet/AnswerView.tsx'
import { FigureView } from '#sheet/FigureView.tsx'
import { Heading } from '#sheet/Heading.tsx'
import { useReadForm } from '#sheet/ReadFormContext.ts'
import { RowWords } from '#sheet/RowWords.tsx'
import { columnsIn, type Slots } from '#sheet/Slots.ts'
import styles from './Print.module.css'
import { PrintedFigures } from './PrintedFigures.tsx'

/** A form on paper: in columns where its kind has a grid or a list, else question by question. */
export const printSlots: Slots<FrozenBlock> = {
  parts: { card: styles.card, region: styles.scroll, table: styles.grid },
  useBlock: () => ({ className: styles.block }),
  useInColumns: ({ layout }) => layout !== 'card',
  useTable({ table, rows }) {
    const { kind, names, figuresOf } = useReadForm()
    const fields = columnsOf(kind, rows, field => names.fieldLabel(table, '', field))
    const head = isItemTable(kind, table) ? 'No.' : 'Uraian'
    return { columns: columnsIn(head, inOrderOfWork(fields, figureCodes(kind, rows, figuresOf))) }
  },
  useRows: ({ rows }) => ({
    drawn: rows.map((row, index) => ({ row, index })),
    count: rows.length,
    before: 0,
    after: 0,
  }),
  useRow: (row, block, section) => ({
    props: {},
    headed: isHeaded(useReadForm().kind, block, row, section),
    answered: declaredState(row.values) === null,
  }),

  BlockHead: ({ block: { head, rows }, heading }) => (
    <>
      {heading}
      {typeof head?.state === 'string' && (
        <p>Dinyatakan tidak ada.{typeof head.reason === 'string' && ` Alasan: ${head.reason}`}</p>
      )}
      {rows.length === 0 && !head?.state && <p className={styles.quiet}>Tidak ada isian.</p>}
    </>
  ),
  RowHead: ({ row, headed, level, id }) =>
    headed && (
      <Heading level={level} id={id}>
        <RowWords row={row} />
      </Heading>
    ),
  State,
  Lines,
  RowFoot: Explanations,

  ColumnHead: ({ column: { label, numeric } }) => (
    <th scope="col" className={numeric ? styles.num : undefined}>
      {label}
    </th>
  ),
  FigureHead: ({ codes: [code = ''] }) => (
    <th scope="col" className={styles.num}>
      {useReadForm().names.figureLabel(code)}
    </th>
  ),
  RowName: ({ row, block, index }) =>
    isItemTable(useReadForm().kind, block.table) ? `${index + 1}.` : <RowWords row={row} />,
  Cell: ({ row, column: { field, numeric } }) => (
    <td className={numeric ? styles.num : undefined}>
      {field in row.fields && <AnswerView row={row} field={field} />}
    </td>
  ),
  StateCell: State,
  Figure({ row, codes }) {
    const figure = firstFigure(codes, useReadForm().figuresOf(row.id))
    return <td className={styles.num}>{figure && <FigureView figure={figure} brief />}</td>
  },
  Below: ({ row, width, children }) =>
    isSaidBelow(row) && (
      <tr>
        <td colSpan={width}>
          <Explanations row={row} />
          {children}
        </td>
      </tr>
    ),
}

interface Props {
  row: FrozenRow
}

function State({ row: { values } }: Props) {
  const state = declaredState(values)
  return (
    state && (
      <span>
        <strong>{stateLabels[state]}</strong> {declaredWords(values)}
      </span>
    )
  )
}

function Explanations({ row }: Props) {
  return explanationsIn(row.values).map(([field, said]) => (
    <p key={field} className={styles.explained}>
      Penjelasan: {said}
    </p>
  ))
}

function Lines({ row }: Props) {
  const { kind, figuresOf } = useReadForm()
  return (
    <table className={styles.answers}>
      <tbody>
        {fieldsOf(kind, row).map(field => (
          <tr key={field}>
            <th scope="row">{row.fields[field]}</th>
            <td className={isNumeric(kind.tables[row.table]?.fields[field]) ? styles.num : undefined}>
              <AnswerView row={row} field={field} />
            </td>
          </tr>
        ))}
        <PrintedFigures figures={rowFigures(kind, row, figuresOf)} />
      </tbody>
    </table>
  )
}
