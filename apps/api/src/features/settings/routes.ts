import { reader, readSettings, type Settings } from '@sepakat/db'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { invalid } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { put } from './put.ts'
import { isOfKey, settingsView } from './view.ts'

export const settingsHandlers = handlers({
  'GET /settings': async ({ db }) => settingsView(await readSettings(reader(db))),

  'PUT /settings/:key': async ({ params: { key }, body: { value }, actor, write, now, today, deps }) => {
    if (!isOfKey(key, value)) throw invalid('/value', 'Nilai ini bukan untuk pengaturan itu.')
    if (key === 'duties') {
      const asks = { actor, now, today, deps }
      const { second } = value as Settings['duties']
      return answerOf(await write(tx => seconded(tx, { kind: 'setting', second }, asks, async () => ({ key, value }))))
    }
    const kept = await write(tx => put(tx, { key, value, actor, storage: deps.storage, now }))
    deps.region.forget()
    return { key, value: kept }
  },
})
