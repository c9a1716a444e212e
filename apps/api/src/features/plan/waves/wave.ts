import { type Queryable, readWave, unknownOffices, type WaveRow } from '@sepakat/db'
import { problem } from '#http/problem.ts'

/** @throws not-found */
export const wave = async (tx: Queryable, id: string): Promise<WaveRow> => {
  const found = await readWave(tx, id)
  if (found === null) throw problem('not-found')
  return found
}

/** @throws invalid at each that is no office */
export const requireOffices = async (tx: Queryable, offices: string[]): Promise<void> => {
  const unknown = await unknownOffices(tx, offices)
  if (unknown.length === 0) return
  throw problem('invalid', {
    errors: unknown.map(id => ({
      pointer: `/offices/${offices.indexOf(id)}`,
      code: 'unknown',
      message: 'Perangkat daerah ini tidak dikenal.',
    })),
  })
}
