/** The long proof of bad input: `--seed=N` repeats a run, `--tries=N` a writing route, `--route=PART` some routes, `--short` few tries. */
import { parseArgs } from 'node:util'
import { buildBadInput } from './ground.ts'
import { proveRoute, type Tally } from './proveRoute.ts'
import { proveWalks, type WalkTally } from './proveWalks.ts'
import { reportOf } from './tallies.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    tries: { type: 'string' },
    route: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const writing = Number(values.tries ?? (values.short ? 25 : 300))
const print = (text: string): void => void process.stdout.write(`${text}\n`)

const { ground, targets, close } = await buildBadInput()
const tallies: Tally[] = []
let walked: WalkTally | null = null
try {
  if (values.route === '') walked = await proveWalks(ground, { walks: writing, seed })
  for (const [route, those] of targets) {
    if (!route.includes(values.route)) continue
    const tries = route.startsWith('GET ') ? Math.ceil(writing / 3) : writing
    tallies.push(await proveRoute(ground, route, those, { tries, seed }))
  }
} finally {
  await close()
}
const all = [...tallies, ...(walked ? [walked] : [])]
const failed = all.filter(({ failure }) => failure !== null).length
print(`${reportOf(tallies, walked)}\n\n${all.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
