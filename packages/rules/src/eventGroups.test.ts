import { expect, it } from 'vitest'
import { eventGroupLabels, eventGroupOf, eventGroups, typesOfGroup } from './eventGroups.ts'
import { eventTypes } from './eventTypes.ts'

it('puts every type of event into exactly one group, and leaves no group empty', () => {
  expect(Object.keys(eventGroupOf).sort()).toEqual([...eventTypes].sort())
  expect(eventGroups.flatMap(typesOfGroup).sort()).toEqual([...eventTypes].sort())
  for (const group of eventGroups) expect(typesOfGroup(group), group).not.toEqual([])
})

it('calls no two groups the same', () => expect(new Set(Object.values(eventGroupLabels)).size).toBe(eventGroups.length))
