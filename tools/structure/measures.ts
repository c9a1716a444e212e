import { quantile } from '../bench/quantile.ts'
import { homeOf, isTest, type Source } from '../conventions/sources.ts'
import { upwardArrows } from './upwardArrows.ts'

/** What is counted in a set of files; a new measure is a line here. Of tests only size, depth of imports and casts count. */
export const measures = {
  files: ({ product }: Room) => product.length,
  lines: ({ product }: Room) => sum(product.map(linesOf)),
  median: ({ product }: Room) => quantile(ascending(product.map(linesOf)), 0.5),
  p90: ({ product }: Room) => quantile(ascending(product.map(linesOf)), 0.9),
  'test files': ({ tests }: Room) => tests.length,
  'test lines': ({ tests }: Room) => sum(tests.map(linesOf)),
  'upward arrows': ({ product }: Room) => upwardArrows(product).length,
  cycles: ({ cycles }: Room) => cycles.length,
  'deep imports': ({ product, tests }: Room) => matches([...product, ...tests], deepImport),
  statements: ({ product }: Room) => matches(product, statement),
  'rows asserted': ({ product }: Room) => matches(product, assertedRow),
  'files using Prisma Client': ({ product }: Room) => product.filter(({ text }) => prismaCall.test(text)).length,
  'as unknown as': ({ product, tests }: Room) => matches([...product, ...tests], doubleCast),
  'dead exports': ({ dead }: Room) => dead.length,
} satisfies Record<string, (room: Room) => number>

export interface Room {
  name: string
  product: Source[]
  tests: Source[]
  /** As knip says them, each beginning with its file. */
  dead: string[]
  cycles: string[]
}

/** Three folders up and more. */
const deepImport = /(?:from|import\()\s*'(?:\.\.\/){3}/g
const statement = /\.query\s*(?:<|\()/g
const assertedRow = /\.query\s*</g
const prismaCall = /\bprisma\s*\.\s*(?:\$transaction|[a-z]\w*\s*\.\s*[a-z]\w*\()/i
const doubleCast = /\bas unknown as\b/g

/** The packages, in the order of their names, and all of them together. */
export const roomsOf = (sources: Source[], knip: { dead: string[]; cycles: string[] }): Room[] => {
  const room = (name: string, isIn: (file: string) => boolean): Room => {
    const own = sources.filter(({ file }) => isIn(file))
    return {
      name,
      product: own.filter(source => !isTest(source)),
      tests: own.filter(isTest),
      dead: knip.dead.filter(isIn),
      cycles: knip.cycles.filter(isIn),
    }
  }
  const homes = [...new Set(sources.map(({ file }) => homeOf(file)))].sort()
  return [...homes.map(home => room(home, file => homeOf(file) === home)), room('all', () => true)]
}

const linesOf = ({ text }: Source): number => text.split('\n').length - 1
const matches = (sources: Source[], pattern: RegExp): number =>
  sum(sources.map(({ text }) => text.match(pattern)?.length ?? 0))
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

const ascending = (numbers: number[]): number[] => numbers.toSorted((a, b) => a - b)
