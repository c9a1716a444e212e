import type { Cell } from '../types/Answers.ts'
import { textOf } from './textOf.ts'

/** The details of a declared state, as `(alasan: …; penerbit data: …)`; '' for none. */
export function declaredWords({ reason, publisher, expected }: Record<string, Cell>): string {
  const parts = Object.entries({ alasan: reason, 'penerbit data': publisher, 'perkiraan terbit': expected })
  const said = parts.flatMap(([name, cell]) => {
    const words = textOf(cell).trim().replace(/\.$/, '')
    return words ? [`${name}: ${words}`] : []
  })
  return said.length > 0 ? `(${said.join('; ')})` : ''
}
