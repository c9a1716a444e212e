import { describe, expectTypeOf, it } from 'vitest'
import type { Exact } from '../types/Decimal.ts'
import type { Kind, Table } from '../types/Kind.ts'
import type { ContextOf, PointerInto } from './defineKind.ts'
import { sampleKind } from './sample.fixture.ts'

const tables = {
  works: {
    title: 'Pekerjaan',
    rows: { from: 'catalogue' },
    layout: 'card',
    counts: 'row',
    fields: { amount: { type: 'number', label: 'Jumlah' } },
  },
} satisfies Record<string, Table>
type C = ContextOf<typeof tables, { 'too-high': Kind['findings'][string] }, { 'lkpj.total': Kind['figures'][string] }>
type At = PointerInto<typeof tables>

describe('the context of a kind', () => {
  it('knows the pointers of its own tables, and no others', () => {
    expectTypeOf<`/works/${string}/amount`>().toExtend<At>()
    expectTypeOf<`/works/${string}/state`>().toExtend<At>()
    expectTypeOf<`/works/${string}/why-too-high`>().toExtend<At>()
    expectTypeOf<`/works/${string}/amuont`>().not.toExtend<At>()
    expectTypeOf<`/wroks/${string}/amount`>().not.toExtend<At>()
    expectTypeOf<string>().not.toExtend<At>()
    expectTypeOf<C['number']>().parameter(0).toEqualTypeOf<At>()
    expectTypeOf<C['find']>().parameter(1).toEqualTypeOf<At | ''>()
    expectTypeOf<C['number']>().returns.toEqualTypeOf<Exact | null>()
  })

  it('knows its own tables, findings and figures by name', () => {
    expectTypeOf<C['rows']>().parameter(0).toEqualTypeOf<'works'>()
    expectTypeOf<C['find']>().parameter(0).toEqualTypeOf<'too-high' | 'odd-works'>()
    expectTypeOf<Parameters<C['figure']>[0]['code']>().toEqualTypeOf<'lkpj.total'>()
    expectTypeOf(sampleKind).toEqualTypeOf<Kind>()
  })
})
