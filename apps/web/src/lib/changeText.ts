import type { Cell } from '@sepakat/rules'
import type { FormNames } from './formNames.ts'

/** What a change would do in a cell, or with a row, as people read it. */
export function changeText(
  { pointer, op, value }: { pointer: string; op: string; value?: unknown },
  names: FormNames,
): string {
  if (pointer.split('/')[3] === undefined)
    return op === 'remove' ? 'menghapus baris' : op === 'move' ? 'memindahkan baris' : 'menambah baris'
  if (op === 'clear') return '(dikosongkan)'
  return valueText(pointer, value, names)
}

/** What stands, or was to stand, in a cell. */
export function valueText(pointer: string, value: unknown, names: FormNames): string {
  const [, table = '', row = '', field = ''] = pointer.split('/')
  return names.cell(table, row, field, value as Cell | null) || '(kosong)'
}
