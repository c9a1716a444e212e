import type { Cell } from '../types/Answers.ts'
import type { FieldId } from '../types/Pointer.ts'

/** A cell as plain text; an unreadable one as typed; '' for none. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'object' ? cell.asTyped : String(cell)

/** How a cell without a value is shown among changes: a row without a declared state is filled in. */
export const emptyWords = (field: FieldId): string => (field === 'state' ? 'Diisi' : '(kosong)')

/** The details of a declared state, as `(alasan: …; penerbit data: …)`; '' for none. */
export function declaredWords({ reason, publisher, expected }: Record<string, Cell>): string {
  const parts = Object.entries({ alasan: reason, 'penerbit data': publisher, 'perkiraan terbit': expected })
  const said = parts.flatMap(([name, cell]) => {
    const words = textOf(cell).trim().replace(/\.$/, '')
    return words ? [`${name}: ${words}`] : []
  })
  return said.length > 0 ? `(${said.join('; ')})` : ''
}
