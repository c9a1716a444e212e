/**
 * `npm run bench [-- --short] [--unrecorded] [--rounds=5] [--seconds=1.5] [--rows=1000,100000] [--beside=FOLDER] [--profile=CASE]`: the API beside the leanest server that
 * gives the same information (tools/bench/bareServer.ts), on real PostgreSQL with production settings. A whole run is written down in
 * docs/evidence; `--beside` measures the product of another checkout in place of the bare server, and writes nothing down; `--profile`
 * prints where a request of one case spends its processor time, and nothing else; `--short` is part of `npm test` and only looks for what is badly wrong. The last line is `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    unrecorded: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    rows: { type: 'string' },
    beside: { type: 'string' },
    profile: { type: 'string' },
  },
})

await runTool(async () => {
  await prepareCode()
  // it imports what was only just made
  const { runBench } = await import('./bench/runBench.ts')
  return runBench(values)
})
