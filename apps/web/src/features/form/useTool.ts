import type { Row } from '@sepakat/rules'
import { useRowWritable } from './FormContext.ts'

/** What makes a button a tool of its row: Tab passes it by, and one key leads to it (useRowKeys). */
export interface Tool {
  tabIndex?: number
  'data-tool'?: boolean
}

/** For a button about a row: where the row has no field to come from, Tab stops at it as at any button. */
export const useTool = ({ table, id }: Pick<Row, 'table' | 'id'>): Tool =>
  useRowWritable(table, id) ? { tabIndex: -1, 'data-tool': true } : {}
