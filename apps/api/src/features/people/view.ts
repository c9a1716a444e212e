import type { PersonRow } from '@sepakat/db'

export const personView = (person: PersonRow) => ({ ...person, createdAt: person.createdAt.toISOString() })
