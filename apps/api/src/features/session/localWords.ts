import { listOffices, type Queryable } from '@sepakat/db'
import type { Deps } from '#http/deps.ts'

/** Names of the region and its offices, short ones and codes too: what a password here is guessed by. */
export const localWords = async ({ region }: Deps, tx: Queryable, today: string): Promise<string[]> => {
  const [settings, offices] = [await region.get(), await listOffices(tx, today)]
  return [settings.region.name, ...offices.flatMap(({ name, shortName, code }) => [name, shortName, code ?? ''])]
}
