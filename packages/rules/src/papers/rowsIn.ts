import type { FrozenBlock, FrozenRow, FrozenSection } from '../form/frozenSections.ts'
import type { TableId } from '../types/Pointer.ts'

/** All rows of a table, wherever in the frozen form they are, in its order. */
export const rowsIn = (blocks: readonly (FrozenBlock | FrozenSection)[], table: TableId): FrozenRow[] =>
  blocks.flatMap(block =>
    'rows' in block
      ? block.rows.flatMap(row => [...(row.table === table ? [row] : []), ...rowsIn(row.blocks, table)])
      : rowsIn(block.blocks, table),
  )
