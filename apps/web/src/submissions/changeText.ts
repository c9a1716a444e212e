import type { Cell } from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { emptyWords } from '@sepakat/rules/words/textOf.ts'

/** What a change would do in a cell, or with a row, in words. */
export function changeText(
  { pointer, op, value }: { pointer: string; op: string; value?: unknown },
  names: FormNames,
): string {
  const field = pointer.split('/')[3]
  if (field === undefined)
    return op === 'remove' ? 'menghapus baris' : op === 'move' ? 'memindahkan baris' : 'menambah baris'
  if (op === 'clear') return field === 'state' ? emptyWords(field) : '(dikosongkan)'
  return valueText(pointer, value, names)
}

/** The current, or the proposed, value of a cell. */
export function valueText(pointer: string, value: unknown, names: FormNames): string {
  const [, table = '', row = '', field = ''] = pointer.split('/')
  return names.cell(table, row, field, value as Cell | null) || emptyWords(field)
}
