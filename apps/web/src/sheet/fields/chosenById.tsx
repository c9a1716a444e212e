import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { Choose } from './Choose.tsx'
import type { FieldUi } from './FieldUi.ts'

/** A row or an office, chosen among those that the form allows. */
export const chosenById: FieldUi<FieldOf<'office'> | FieldOf<'ref'>> = {
  Editor: props => <Choose {...props} options={props.allowed?.rows ?? []} />,
}
