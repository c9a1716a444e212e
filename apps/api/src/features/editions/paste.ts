import { type CarriedValue, listCarriedValues, type Queryable } from '@sepakat/db'
import { type FrozenEdition, pasteSheet } from '@sepakat/rules'
import { byView } from './view.ts'

const gone = 'Sudah disalin, dan tidak ada lagi dalam laporan ini'
const carriedView = ({ value, by, at }: CarriedValue) => ({ value, by: byView(by), at: at.toISOString() })

/** The values of an edition in the order of the ministry's screens, with those that were carried over; last those of them that are gone. */
export const paste = async (tx: Queryable, id: string, document: FrozenEdition) => {
  const carried = new Map((await listCarriedValues(tx, id)).map(one => [one.field, one]))
  const { application, screens } = pasteSheet(document)
  const shown = screens.map(screen => ({
    ...screen,
    fields: screen.fields.map(field => {
      const done = carried.get(field.id)
      carried.delete(field.id)
      return { ...field, carried: done ? carriedView(done) : null }
    }),
  }))
  const left = [...carried.values()].map(one => ({
    id: one.field,
    label: one.field,
    value: '',
    unit: '',
    carried: carriedView(one),
  }))
  return {
    application,
    screens: left.length === 0 ? shown : [...shown, { id: 'tidak-ada-lagi', title: gone, fields: left }],
  }
}
