import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { expect, it } from 'vitest'
import {
  idOf,
  inventedAnswers,
  inventedCatalogue,
  inventedKind,
  inventedScope,
} from '#sheet/answers/fixtures/invented.ts'
import { openStore } from './openStore.ts'

const open = (view?: ReturnType<typeof openStore>['view']) =>
  openStore({
    kind: inventedKind,
    catalogue: inventedCatalogue,
    rules: defaultRuleSet,
    scope: inventedScope(),
    answers: { version: 3, answers: inventedAnswers(), revs: {}, removed: {} },
    person: idOf(1),
    submission: idOf(2),
    part: null,
    view,
  })

it('a reopened form fetches at once what was saved since its answers were read', () => {
  const first = open()
  expect(first.store.seen.isBehind()).toBe(false)
  const again = open(first.view)
  expect(again.store.seen.isBehind()).toBe(true)
  for (const { store } of [first, again]) store.stop()
})
