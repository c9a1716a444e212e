import type { FormNames } from '@sepakat/rules/names/formNames.ts'

/** The label of the answer an anchor names; of a row as a whole '', since its name is above. */
export function answerOf(names: FormNames, anchor: string): string {
  const [, table = '', row = '', field] = anchor.split('/')
  return field === undefined ? '' : names.fieldLabel(table, row, field)
}
