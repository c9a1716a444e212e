import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { Choose } from './Choose.tsx'
import type { FieldUi } from './FieldUi.ts'

export const ref: FieldUi<FieldOf<'ref'>> = {
  Editor: props => <Choose {...props} options={props.allowed?.rows ?? []} />,
}
