import { describe, expect, it } from 'vitest'
import type { Source } from '../conventions/sources.ts'
import { measures, roomsOf } from './measures.ts'
import { upwardArrows } from './upwardArrows.ts'

const file = (name: string, ...imports: string[]): Source => ({
  file: name,
  text: imports.map(target => `import { x } from '${target}'\n`).join(''),
})

describe('upward arrows', () => {
  it('are none where folders and files import one way', () => {
    const sources = [
      file('prisma/src/a/one.ts', '../b/two.ts', './three.ts'),
      file('prisma/src/a/three.ts', '#b/two.ts'),
      file('prisma/src/b/two.ts', '@sepakat/rules'),
    ]
    expect(upwardArrows(sources)).toEqual([])
  })
  it('are the fewer of two folders that import each other, by path, by alias, or for a type', () => {
    const sources = [
      file('prisma/src/a/one.ts', '../b/two.ts'),
      file('prisma/src/a/three.ts', '../b/two.ts'),
      { file: 'prisma/src/b/two.ts', text: "import type { T } from '#a/one.ts'\n" },
    ]
    expect(upwardArrows(sources)).toEqual(['prisma/src/b/two.ts → prisma/src/a/one.ts'])
  })
  it('are found in a loop over three folders', () => {
    const loop = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ].map(([from, to]) => file(`prisma/src/${from}/x.ts`, `../${to}/x.ts`))
    expect(upwardArrows(loop)).toHaveLength(1)
  })
})

const cast = ['x as', 'unknown', 'as Y'].join(' ')

it('counts by package and in all', () => {
  const sources = [
    { file: 'prisma/src/a.ts', text: `await tx.query<Row>(\n'n')\nawait tx.query('m')\n${cast}\n` },
    { file: 'prisma/src/a.test.ts', text: `${cast}\nawait tx.query<Row>()\n` },
    {
      file: 'apps/api/src/b/c/d/e.ts',
      text: `import { a } from '${'../'.repeat(3)}a.ts'\nawait db.prisma.person.findMany()\n`,
    },
  ]
  const rooms = roomsOf(sources, { dead: ['prisma/src/a.ts: A'], cycles: [] })
  const table = rooms.map(room => [room.name, ...Object.values(measures).map(count => count(room))])
  //      files lines median p90 tests lines arrows cycles deep statements asserted Prisma casts dead
  expect(table).toEqual([
    ['apps/api', 1, 2, 2, 2, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0],
    ['prisma', 1, 4, 4, 4, 1, 2, 0, 0, 0, 2, 1, 0, 2, 1],
    ['all', 2, 6, 4, 4, 1, 2, 0, 0, 1, 2, 1, 1, 2, 1],
  ])
})
