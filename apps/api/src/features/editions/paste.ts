import { listCarriedValues, type Queryable } from '@sepakat/db'
import { type FrozenEdition, pasteSheet } from '@sepakat/rules'
import { byView } from './view.ts'

/** The values of an edition in the order of the ministry's screens, with those that were carried over. */
export const paste = async (tx: Queryable, id: string, document: FrozenEdition) => {
  const carried = new Map((await listCarriedValues(tx, id)).map(one => [one.field, one]))
  const { application, screens } = pasteSheet(document)
  return {
    application,
    screens: screens.map(screen => ({
      ...screen,
      fields: screen.fields.map(field => {
        const done = carried.get(field.id)
        return {
          ...field,
          carried: done ? { value: done.value, by: byView(done.by), at: done.at.toISOString() } : null,
        }
      }),
    })),
  }
}
