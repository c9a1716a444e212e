import type { EditionCell, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import { plainNumber } from '../export/reportData.ts'
import { columnWords, plainSpaces } from './columnWords.ts'

const exactWords = (cell: EditionCell | undefined): string =>
  cell?.value == null ? plainSpaces(cell?.text ?? '') : plainNumber(cell.value)

/** A table as a file that spreadsheets open: its numbers with all their digits. */
export const tableCsv = ({ columns, lines }: Pick<EditionTable, 'columns' | 'lines'>): string =>
  byteOrderMark +
  [columns.map(columnWords), ...lines.map(({ cells }) => columns.map(({ id }) => exactWords(cells[id])))]
    .map(csvLine)
    .join('')
