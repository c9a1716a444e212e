import { permissions } from '@sepakat/rules/access/permissions.ts'
import { expect, it } from 'vitest'
import { scopeGroups } from './scopeWords.ts'

it('every permission there is can be given to a key, once', () => {
  const offered = scopeGroups.flatMap(group => group.scopes.map(one => one.scope))
  expect([...offered].sort()).toEqual([...permissions].sort())
})
