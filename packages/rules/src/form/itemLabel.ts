import { choicesOf } from '../fields/allowedOf.ts'
import { isBlank } from '../text/isBlank.ts'
import type { Cell } from '../types/Answers.ts'
import type { Table } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { FieldId } from '../types/Pointer.ts'

const textOf = (cell: Cell | undefined): string | null => (typeof cell === 'string' && !isBlank(cell) ? cell : null)

/**
 * The label of an added row: the answer that names it, after its printed code. A code alone says that the
 * name is missing. Null where both are.
 */
export function itemLabel(
  { coded, named, fields }: Table,
  cell: (field: FieldId) => Cell | undefined,
  offices: Option[] = [],
): string | null {
  const code = coded === undefined ? null : textOf(cell(coded))
  const own = named === undefined ? null : textOf(cell(named))
  const field = named === undefined ? undefined : fields[named]
  const options = field && choicesOf(field, { offices: () => offices })
  const name = options ? (options.find(option => option.id === own)?.label ?? null) : own
  return code === null ? name : `${code} ${name ?? 'nama belum ada'}`
}
