import { nipPattern } from '@sepakat/rules/access/signInNames.ts'
import type { Errors } from '#sync/problems/useChecked.ts'

export interface PersonDraft {
  name: string
  nip: string
  username: string
  phone: string
}

export const newPerson: PersonDraft = { name: '', nip: '', username: '', phone: '' }

/** A NIP is written in groups: 19850303 201001 2 003. */
const digits = (text: string): string => text.replace(/[\s.-]/g, '')

export function personErrors(person: PersonDraft): Errors {
  const nip = digits(person.nip)
  const username = person.username.trim()
  return {
    name: person.name.trim() ? undefined : 'Tulis nama lengkapnya.',
    nip:
      !nip && !username
        ? 'Isi NIP atau nama pengguna: dengan itulah ia masuk.'
        : nip && !nipPattern.test(nip)
          ? `NIP terdiri atas 18 angka; yang ditulis ada ${nip.length}${/^\d*$/.test(nip) ? '' : ' huruf dan angka'}.`
          : undefined,
  }
}

/** As the API takes it. */
export const personBody = (person: PersonDraft) => ({
  name: person.name.trim(),
  nip: digits(person.nip) || null,
  username: person.username.trim().toLowerCase() || null,
  phone: person.phone.trim() || null,
})
