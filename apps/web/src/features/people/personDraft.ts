export interface PersonDraft {
  name: string
  nip: string
  username: string
  phone: string
}

export const newPerson: PersonDraft = { name: '', nip: '', username: '', phone: '' }

/** A NIP is written in groups: 19850303 201001 2 003. */
const digits = (text: string): string => text.replace(/[\s.-]/g, '')

/** As the API takes it. */
export const personBody = (person: PersonDraft) => ({
  name: person.name.trim(),
  nip: digits(person.nip) || null,
  username: person.username.trim().toLowerCase() || null,
  phone: person.phone.trim() || null,
})
