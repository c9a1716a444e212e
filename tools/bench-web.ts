/**
 * `npm run bench:web [-- --rows=300 --numbers=40 --slower=4 --rounds=5 --unrecorded]`: in a real browser, over the product as it is built: from
 * key to paint in the largest forms, the browser made slower; how soon one can work on a slow line, and what goes over it; what
 * Lighthouse says. Written down in docs/evidence. The last line is `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { prepareCode, prepareWeb } from './prepare.ts'
import { runTool } from './runTool.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '300' },
    numbers: { type: 'string', default: '40' },
    slower: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    unrecorded: { type: 'boolean', default: false },
  },
})

await runTool(async () => {
  await prepareCode()
  await prepareWeb()
  // it imports what was only just made
  const { runWebBench } = await import('./bench/runWebBench.ts')
  const { rows, numbers, slower, rounds, unrecorded } = values
  const ask = { rows: Number(rows), numbers: Number(numbers), slower: Number(slower), rounds: Number(rounds) }
  return runWebBench({ ...ask, unrecorded })
})
