/** A table that is laid out as cards on a narrow screen would stop being one to a screen reader without explicit roles. */
export const tableRoles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
