import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { Choose } from './Choose.tsx'
import type { FieldUi } from './FieldUi.ts'
import { NumberEditor, NumberViewer } from './number.tsx'

/** In numbers, or by the steps of the row's scale. */
export const measure: FieldUi<FieldOf<'measure'>> = {
  Editor: props =>
    props.allowed?.steps ? <Choose {...props} options={props.allowed.steps} /> : <NumberEditor {...props} />,
  Viewer: NumberViewer,
}
