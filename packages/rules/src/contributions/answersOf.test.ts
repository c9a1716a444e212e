import { expect, it } from 'vitest'
import { uuid } from '../../test/saving.ts'
import type { Answers } from '../types/Answers.ts'
import { answersOf } from './answersOf.ts'

const [problem, step] = [uuid(1), uuid(2)]
const problems: Answers[string] = {
  [problem]: { $parent: 'a', $position: 'a0', problem: 'Jarak' },
  b: { state: 'nil' },
}
const steps: Answers[string] = { [step]: { $parent: problem, $position: 'a0', what: 'Jemput bola' } }
const answers: Answers = {
  services: { a: { due: '10' }, b: { due: '20' } },
  steps,
  problems,
  goals: { [uuid(3)]: { $position: 'a0', name: 'Tujuan' } },
}

it('keeps rows by their id, in any table, and their descendants', () => {
  expect(answersOf(answers, ['a'])).toEqual({
    services: { a: { due: '10' } },
    steps,
    problems: { [problem]: problems[problem] },
  })
  expect(answersOf(answers, ['b'])).toEqual({ services: { b: { due: '20' } }, problems: { b: { state: 'nil' } } })
  expect(answersOf(answers, [])).toEqual({})
})
