import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchTables } from '../watchedTables.ts'
import { askers, type Line, readRights } from './readRights.ts'
import { type Tried, tryLine } from './tryCell.ts'
import { buildWorld } from './world.ts'

/** Tests of the lines of rights.txt that are chosen, each over the same rows; their number of cells is in the title. */
export const proveLines = (what: string, chosen: (line: Line) => boolean): void => {
  const lines = readRights().filter(chosen)
  describe(`the matrix, ${what}: ${lines.length * askers.length} cells`, () => {
    let tried: Tried
    beforeAll(async () => {
      const world = await buildWorld(lines.map(({ scope }) => scope))
      tried = { world, watch: await watchTables(world.api.superuserUrl) }
    })
    afterAll(async () => {
      await tried.watch.close()
      await tried.world.close()
    })
    it.each(lines.map(line => [line.ask, line.status ?? 'asked of no report', line] as const))(
      '%s, %s',
      async (_, __, line) => {
        expect(await tryLine(tried, line)).toEqual([])
      },
    )
  })
}
