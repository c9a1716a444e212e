/** A table that is drawn as cards on a narrow screen would stop being one to a screen reader unless its roles are said. */
export const tableRoles = {
  table: { role: 'table' },
  row: { role: 'row' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
