import {
  putSetting,
  reader,
  readSettings,
  type SettingKey,
  type Settings,
  type Transaction,
  written,
} from '@sepakat/db'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { orderPublicFiles } from '#files/orderPublicFiles.ts'
import type { Acting } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import type { FileStore } from '#storage/fileStore.ts'
import { isOfKey, settingsView } from './view.ts'

type Plain = Exclude<SettingKey, 'duties'>

/** A setting that takes no second person, and what it is from now on. */
const put = async (
  tx: Transaction,
  {
    key,
    value,
    actor,
    storage,
    now: at,
  }: { key: Plain; value: object; actor: Pick<Acting, 'id'>; storage: FileStore; now: Date },
) => {
  await putSetting(tx, key, value, actor.id)
  const settings = await readSettings(tx)
  // Whom to ask is a person's number: history keeps that it changed, not what it is.
  const data = key === 'contact' ? { key } : { key, value }
  const ordered = key === 'public' ? await orderPublicFiles(tx, { settings: settings.public, storage, at }) : []
  return written(settings[key], { stream: 'rights', type: 'setting.changed', data }, ...ordered)
}

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
