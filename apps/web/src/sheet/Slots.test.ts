import type { Field } from '@sepakat/rules'
import { inOrderOfWork } from '@sepakat/rules/sheet/outline.ts'
import { expect, it } from 'vitest'
import { columnsIn } from './Slots.ts'

const column = (field: string, spec: Field) => ({ field, spec, label: field, numeric: spec.type === 'number' })

it('fills in its fields from left to right as they are seen: a pasted block goes where it is looked for', () => {
  const note = column('note', { type: 'prose', label: 'Keterangan' })
  const due = column('due', { type: 'number', label: 'Sasaran' })
  const served = column('served', { type: 'number', label: 'Terlayani' })
  // as the kind names them
  const { all, fields, codes } = columnsIn('Uraian', inOrderOfWork([note, due, served], ['share']))
  expect(all).toEqual([due, served, { codes: ['share'] }, note])
  expect(fields).toEqual([due, served, note])
  expect(codes).toEqual(['share'])
})
