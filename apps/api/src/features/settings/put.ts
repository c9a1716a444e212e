import { putSetting, readSettings, type SettingKey, type Transaction, written } from '@sepakat/db'
import { orderPublicFiles } from '#files/orderPublicFiles.ts'
import type { Acting } from '#http/auth/acting.ts'
import type { FileStore } from '#storage/fileStore.ts'

type Plain = Exclude<SettingKey, 'duties'>

/** A setting that takes no second person, and what it is from now on. */
export const put = async (
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
