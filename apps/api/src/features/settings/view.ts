import type { Settings } from '@sepakat/db'

const editable = ['region', 'contact', 'plan', 'moves', 'uploads', 'duties', 'editions', 'public', 'reminders'] as const
type Editable = (typeof editable)[number]

const isDuties = (value: { second?: boolean }): boolean => value.second !== undefined

/** What each setting is made of: the contract takes any of these shapes, the key says which. */
const shapes: Record<Editable, (value: object) => boolean> = {
  region: value => 'zone' in value,
  contact: value => 'whatsapp' in value,
  plan: value => 'from' in value,
  uploads: value => 'personDay' in value,
  duties: isDuties,
  editions: value => 'reviewed' in value,
  public: value => 'licence' in value,
  reminders: value => 'escalation' in value,
  moves: value =>
    !isDuties(value) &&
    ['zone', 'whatsapp', 'from', 'personDay', 'reviewed', 'licence', 'escalation'].every(field => !(field in value)),
}

export const isOfKey = (key: Editable, value: object): boolean => shapes[key](value)

export const settingsView = (settings: Settings) => ({ items: editable.map(key => ({ key, value: settings[key] })) })
