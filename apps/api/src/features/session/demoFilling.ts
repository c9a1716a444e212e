import type { Database } from '@sepakat/db'
import { yearProgress } from '@sepakat/db/demo-year/yearProgress.ts'

/** How many offices of the demo region are complete, while not all of them are. */
export const demoFilling = async (db: Database): Promise<{ done: number; all: number } | null> => {
  const progress = await yearProgress(db)
  const done = progress?.done.length ?? 0
  return progress === null || done >= progress.of ? null : { done, all: progress.of }
}
