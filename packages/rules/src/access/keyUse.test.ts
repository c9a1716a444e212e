import { expect, it } from 'vitest'
import { keyUse, type OwnersPost } from './keyUse.ts'

const operator = (to: string | null): OwnersPost => ({ role: 'operator', to })
const leader = (to: string | null): OwnersPost => ({ role: 'leader', to })

it.each<[string, OwnersPost[], ReturnType<typeof keyUse>]>([
  ['a post that gives all, without an end', [operator(null)], { idle: [], until: null }],
  ['a post that ends', [operator('2026-12-31')], { idle: [], until: '2026-12-31' }],
  [
    'one that ends, and one that goes on and only reads',
    [operator('2026-12-31'), leader(null)],
    { idle: [], until: '2026-12-31' },
  ],
  [
    'two that give the same, one after the other',
    [operator('2026-12-31'), operator('2027-12-31')],
    { idle: [], until: '2027-12-31' },
  ],
  ['a post that only reads', [leader(null)], { idle: ['submission.write'], until: null }],
  ['no post', [], { idle: ['submission.read', 'submission.write'], until: null }],
])('a key to read and write, of %s', (_, posts, use) =>
  expect(keyUse(['submission.read', 'submission.write'], posts)).toEqual(use),
)
