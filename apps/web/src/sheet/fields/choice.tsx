import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { Choose } from './Choose.tsx'
import type { FieldUi } from './FieldUi.ts'

export const choice: FieldUi<FieldOf<'choice'>> = {
  Editor: props => <Choose {...props} options={props.spec.options} />,
}
