import { expect, it } from 'vitest'
import type { AccessActor } from '../access/may.ts'
import { capacityOf, type HandedTo, handedTo, partOf, type WithParts } from './partOf.ts'

const today = '2026-10-05'
const span = { reportTypes: null, from: '2026-01-01', to: null }
const operator = (office: string): AccessActor => ({ ...span, kind: 'post', role: 'operator', offices: [office] })
const asker = (access: AccessActor, person = 'someone') => ({ access, today, person: { id: person } })
const part = (more: Partial<HandedTo>): HandedTo => ({
  anchors: ['/services/a'],
  status: 'given',
  officePath: null,
  person: null,
  ...more,
})
const toClinic = part({ officePath: ['clinic', 'dinkes'] })
const toPerson = part({ anchors: ['/services/b'], person: 'budi' })
const report = (...contributions: HandedTo[]): WithParts => ({
  officePath: ['dinkes'],
  reportType: 'spm',
  contributions,
})
const clinic = asker(operator('clinic'))
const office = asker(operator('dinkes'))

it('is the unit’s, or the person’s wherever he or she works, and never the giver’s', () => {
  const both = report(toClinic, toPerson)
  expect(handedTo(clinic, both)).toEqual([toClinic])
  expect(handedTo(office, both)).toEqual([])
  expect(handedTo(asker(operator('dinkes'), 'budi'), both)).toEqual([toPerson])
  expect(handedTo(asker(operator('dinsos')), both)).toEqual([])
})

it('is nothing to a key of other report types', () => {
  const key = (reportTypes: 'lkpj' | 'spm'): AccessActor => ({
    ...span,
    kind: 'key',
    reportTypes: [reportTypes],
    offices: ['clinic'],
    scopes: ['submission.read', 'submission.write'],
    owner: [{ ...span, kind: 'post', role: 'operator', offices: ['clinic'] }],
  })
  expect(handedTo(asker(key('spm')), report(toClinic))).toEqual([toClinic])
  expect(handedTo(asker(key('lkpj')), report(toClinic))).toEqual([])
})

it('is read until it is taken back, by who does not read the whole', () => {
  expect(partOf(clinic, report(toClinic))).toEqual(['/services/a'])
  expect(partOf(clinic, report({ ...toClinic, status: 'done' }))).toEqual(['/services/a'])
  expect(partOf(clinic, report({ ...toClinic, status: 'taken-back' }))).toBe(null)
  expect(partOf(office, report(toClinic))).toBe(null)
  expect(partOf(asker(operator('dinsos')), report(toClinic))).toBe(null)
})

it('is written by who has it alone; the office writes the rest', () => {
  const both = report(toClinic, { ...toPerson, status: 'done' })
  expect(capacityOf(clinic, both)).toEqual({ as: 'contributor', anchors: ['/services/a'] })
  expect(capacityOf(office, both)).toEqual({ as: 'office', given: ['/services/a'] })
  expect(capacityOf(clinic, report({ ...toClinic, status: 'taken-back' }))).toEqual({ as: 'contributor', anchors: [] })
  expect(capacityOf(asker({ ...operator('dinkes'), role: 'verifier' } as AccessActor), both)).toBe(null)
  expect(capacityOf(asker(operator('dinkes'), 'budi'), report(toPerson))).toEqual({ as: 'office', given: [] })
})
