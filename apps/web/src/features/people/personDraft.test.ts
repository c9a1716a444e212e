import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { newPerson, type PersonDraft, personBody } from './personDraft.ts'

const wrong = (person: PersonDraft) => wrongFields('POST /people', personBody(person))

it('requires a name and a way to sign in', async () => {
  const errors = await wrong(newPerson)
  expect(errors.name).toBe('Tulis nama lengkapnya.')
  expect(errors.nip).toContain('Isi NIP atau nama pengguna')
  expect(await wrong({ ...newPerson, name: 'Siti', username: 'siti' })).toEqual({})
})

it('accepts a NIP in groups, and counts its digits where it is too short', async () => {
  const person = { ...newPerson, name: 'Siti', nip: '19850303 201001 2 003' }
  expect((await wrong(person)).nip).toBeUndefined()
  expect(personBody(person).nip).toBe('198503032010012003')
  expect((await wrong({ ...person, nip: '1985' })).nip).toContain('ada 4.')
})

it('sends empty fields as null, a user name in lower case', () =>
  expect(personBody({ name: ' Siti ', nip: '', username: ' Siti.A ', phone: ' ' })).toEqual({
    name: 'Siti',
    nip: null,
    username: 'siti.a',
    phone: null,
  }))
