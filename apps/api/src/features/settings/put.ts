import { putSetting, type Queryable, readSettings, type SettingKey, written } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'

/** A setting that takes no second person, and what it is from now on. */
export const put = async <K extends Exclude<SettingKey, 'duties'>>(
  tx: Queryable,
  { key, value, actor }: { key: K; value: object; actor: Pick<Acting, 'id'> },
) => {
  await putSetting(tx, key, value, actor.id)
  // Whom to ask is a person's number: history keeps that it changed, not what it is.
  const data = key === 'contact' ? { key } : { key, value }
  return written((await readSettings(tx))[key], { stream: 'rights', type: 'setting.changed', data })
}
