import { appendEvent, putSetting, reader, readSettings, type SettingKey, type Settings } from '@sepakat/db'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { invalid } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const editable = ['region', 'contact', 'plan', 'moves', 'uploads', 'duties'] as const

const isDuties = (value: { second?: boolean }): boolean => value.second !== undefined

/** What each setting is made of: the contract takes any of these shapes, the key says which. */
const shapes: Record<(typeof editable)[number], (value: object) => boolean> = {
  region: value => 'zone' in value,
  contact: value => 'whatsapp' in value,
  plan: value => 'from' in value,
  uploads: value => 'personDay' in value,
  duties: isDuties,
  moves: value => !isDuties(value) && ['zone', 'whatsapp', 'from', 'personDay'].every(field => !(field in value)),
}

export const settingsHandlers = handlers({
  'GET /settings': async ({ db }) => {
    const settings = await readSettings(reader(db))
    return { items: editable.map(key => ({ key, value: settings[key] })) }
  },

  'PUT /settings/:key': async ({ params: { key }, body: { value }, actor, write, now, today, deps }) => {
    if (!shapes[key](value)) throw invalid('/value', 'Nilai ini bukan untuk pengaturan itu.')
    if (key === 'duties') {
      const asks = { actor, now, today, deps }
      const { second } = value as Settings['duties']
      return answerOf(await write(tx => seconded(tx, { kind: 'setting', second }, asks, async () => ({ key, value }))))
    }
    const kept = await write(async tx => {
      await putSetting(tx, key satisfies SettingKey, value, actor.id)
      // Whom to ask is a person's number: history keeps that it changed, not what it is.
      const data = key === 'contact' ? { key } : { key, value }
      await appendEvent(tx, { stream: 'rights', type: 'setting.changed', actor: actor.id, at: now, data })
      return (await readSettings(tx))[key] satisfies Settings[SettingKey]
    })
    deps.region.forget()
    return { key, value: kept }
  },
})
