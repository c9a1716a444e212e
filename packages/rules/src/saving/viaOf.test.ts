import { expect, it } from 'vitest'
import { viaOf } from './viaOf.ts'

const now = new Date('2026-11-24T02:10:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

it('tells how a change was made: by a program, from a file, late from a device, or typed', () => {
  expect(viaOf({ by: 'key', imported: true, deviceAt: ago(10), now })).toBe('api')
  expect(viaOf({ by: 'session', imported: true, deviceAt: ago(10), now })).toBe('import')
  expect(viaOf({ by: 'session', imported: false, deviceAt: ago(3), now })).toBe('offline')
  expect(viaOf({ by: 'session', imported: false, deviceAt: ago(2), now })).toBe('typed')
  expect(viaOf({ by: 'session', imported: false, now })).toBe('typed')
})
