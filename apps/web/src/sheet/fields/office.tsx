import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { Choose } from './Choose.tsx'
import type { FieldUi } from './FieldUi.ts'

export const office: FieldUi<FieldOf<'office'>> = {
  Editor: props => <Choose {...props} options={props.allowed?.rows ?? []} />,
}
