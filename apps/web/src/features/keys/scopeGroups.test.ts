import { keyScopes } from '@sepakat/rules/access/permissions.ts'
import { expect, it } from 'vitest'
import { scopeGroups } from './scopeGroups.ts'

it('offers every scope once', () => {
  const offered = scopeGroups.flatMap(group => group.scopes.map(one => one.scope))
  expect([...offered].sort()).toEqual([...keyScopes].sort())
})
