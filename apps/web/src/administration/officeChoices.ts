import type { ResponseOf } from '#sync/apiTypes.ts'
import type { Choice } from '#ui/SelectField.tsx'

export type Office = ResponseOf<'GET /offices'>['items'][number]

/** Offices as choices, sub-offices with the name of their parent. Ended ones only where already chosen. */
export function officeChoices(offices: readonly Office[], chosen: readonly string[] = []): Choice[] {
  const byId = new Map(offices.map(office => [office.id, office]))
  return offices
    .filter(office => !office.ended || chosen.includes(office.id))
    .map(office => {
      const above = office.parent ? byId.get(office.parent) : undefined
      const label = above ? `${office.name} (${above.shortName || above.name})` : office.name
      return { value: office.id, label, also: office.shortName }
    })
}
