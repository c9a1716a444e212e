import { expect, it } from 'vitest'
import { initialsOf } from './initialsOf.ts'

it.each([
  ['Budi Santoso', 'BS'],
  ['Rina', 'R'],
  ['dr. Siti Nur Aminah, M.Kes.', 'SA'],
  ['Drs. H. Muhammad', 'M'],
  ['  ', ''],
])('%s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
