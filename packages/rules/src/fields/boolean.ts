import type { Option } from '../types/Option.ts'
import type { FieldOf, FieldType } from './FieldType.ts'
import { keptAsTyped } from './keptAsTyped.ts'
import { plainField } from './plainField.ts'

const yes = ['ya', 'y', 'yes', 'true', 'benar', '1', 'v', '✓']
const no = ['tidak', 't', 'no', 'false', 'salah', '0', 'x']

export const shownBoolean = (value: boolean): string => (value ? 'Ya' : 'Tidak')

const yesNo: readonly Option[] = [true, false].map(value => ({ id: String(value), label: shownBoolean(value) }))

/** Yes or no; an unset tick is a no. */
export const boolean: FieldType<FieldOf<'boolean'>> = {
  ...plainField,
  schema: () => ({ type: 'boolean' }),
  isValue: (_, value) => typeof value === 'boolean',
  empty: shownBoolean(false),
  read(_, text) {
    const plain = text.trim().toLowerCase()
    return { cell: yes.includes(plain) || (no.includes(plain) ? false : keptAsTyped(text)) }
  },
  chosenFrom: () => ({ options: yesNo }),
  shown: (_, value) => value,
  width: () => 184,
}
