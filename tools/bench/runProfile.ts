import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { cases } from './cases.ts'
import { fill, fillOffices } from './fill.ts'
import { openGround } from './ground.ts'
import { countingStatements, profileCases } from './profileCases.ts'
import { makeSamples, service } from './sample.ts'

/** Prints the dearest parts of one case. */
export async function runProfile(name: string, sizes: number[]): Promise<number> {
  if (!cases.some(of => of.name === name))
    throw new Refusal(`--profile takes one of: ${cases.map(of => of.name).join(', ')}.`)
  const ground = await openGround({ postgres: countingStatements })
  try {
    await fillOffices(ground.filling, service)
    const samples = await makeSamples(ground)
    await fill(ground.filling, sizes.at(-1) ?? 0, samples.submitted)
    const given = { ground, samples, share: async () => undefined }
    console.log((await profileCases(given, { most: 15, seconds: 3, only: name })).report)
  } finally {
    await ground.close()
  }
  return 0
}
