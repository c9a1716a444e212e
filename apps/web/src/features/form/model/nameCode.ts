import type { Kind, ListedCode } from '@sepakat/rules'
import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'

type Tell = (codes: string[]) => Promise<ReadonlyMap<string, ListedCode>>

/** The code at a pointer where the form looks it up in the region's list; null for any other answer. */
function codeAt(kind: Kind, store: FormStore, at: string): string | null {
  const place = parsePointer(at)
  const code = store.cell(at)
  const isCode = place !== null && kind.tables[place.table]?.coded === place.field
  return isCode && typeof code === 'string' && kind.lines?.codes?.([['kode'], [code]])[0] === code ? code : null
}

/** Fills in the name and unit of a typed code from the region's list. Existing answers stay. */
export async function nameCode(kind: Kind, store: FormStore, at: string, tell: Tell): Promise<void> {
  const code = codeAt(kind, store, at)
  if (code === null || !kind.lines) return
  const told = await tell([code])
  if (codeAt(kind, store, at) !== code) return
  const { rows } = kind.lines.read([['kode'], [code]], store.cells.answers(), told)
  const own = rows.filter(row => row.key === code || row.above === code)
  if (own[0]?.id !== parsePointer(at)?.row) return
  const { takeLines } = await import('./takeLines.ts')
  if (codeAt(kind, store, at) === code) takeLines(store, own)
}
