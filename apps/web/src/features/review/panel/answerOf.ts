import type { FormNames } from '../../../lib/formNames.ts'

/** Which answer of a row an anchor names; of a row as a whole nothing, since its name stands above. */
export function answerOf(names: FormNames, anchor: string): string {
  const [, table = '', row = '', field] = anchor.split('/')
  return field === undefined ? '' : names.fieldLabel(table, row, field)
}
