/**
 * `npm run bench [-- --short] [--unrecorded] [--rounds=5] [--seconds=1.5] [--rows=1000,100000] [--beside=FOLDER] [--profile=CASE]`: the API beside the leanest server that
 * gives the same information (tools/bench/bareServer.ts), on real PostgreSQL with production settings. A whole run is written down in
 * docs/evidence; `--beside` measures the product of another checkout in place of the bare server, and writes nothing down; `--profile`
 * prints where a request of one case spends its processor time, and nothing else; `--short` is part of `npm test` and only looks for what is badly wrong.
 *
 * `npm run bench day [-- --short] [--unrecorded] [--seconds=60] [--loads=1,2,4]`: a deadline day of 500 people, at so many times a hundred
 * actions a second. The last line of both is `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'

const {
  values,
  positionals: [what],
} = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    unrecorded: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    rows: { type: 'string' },
    beside: { type: 'string' },
    profile: { type: 'string' },
    loads: { type: 'string' },
  },
})

await runTool(async () => {
  await prepareCode()
  if (what !== undefined && what !== 'day') throw new Refusal(`npm run bench knows day, not ${what}.`)
  // they import what was only just made
  if (what === 'day') return (await import('./bench/day/runDay.ts')).runDay(values)
  const { runBench } = await import('./bench/runBench.ts')
  return runBench(values)
})
