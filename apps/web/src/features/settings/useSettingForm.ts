import { type ContractForm, type Errors, useContractForm } from '#administration/useContractForm.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useSetMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { useSaid } from '#ui/useSaid.tsx'
import type { Settings } from './settingsOf.ts'

interface Wish<K extends keyof Settings> {
  value: Settings[K]
  unread?: Errors
  /** What is said once it is saved. */
  done: (saved: ResponseOf<'PUT /settings/:key'>) => string
}

export interface SettingForm extends ContractForm {
  said: string | null
  /** What is wrong in a field of the value. */
  wrongIn: (field: string) => string | undefined
}

/** A form of one setting: it is saved alone, and the header and the contacts in errors follow. */
export function useSettingForm<K extends keyof Settings>(key: K, { value, unread = {}, done }: Wish<K>): SettingForm {
  const invalidate = useInvalidate()
  const setMe = useSetMe()
  const { said, say } = useSaid()
  const form = useContractForm('PUT /settings/:key', {
    body: () => ({ value }),
    unread: () => unread,
    send: async body => {
      say(null)
      const saved = await api('PUT /settings/:key', { params: { key }, body })
      await invalidate('GET /settings', 'GET /secondings')
      setMe(await api('GET /session'))
      say(done(saved))
    },
  })
  return { ...form, said, wrongIn: field => form.errorAt(`value.${field}`) }
}
