/**
 * `npm run bench:web [-- --rows=300 --numbers=40 --slower=4]`: from key to paint in the largest form, in a real browser made
 * slower, over the product as it is built. Written down in docs/evidence. The last line is `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { prepareCode, prepareWeb } from './prepare.ts'
import { runTool } from './run-tool.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '300' },
    numbers: { type: 'string', default: '40' },
    slower: { type: 'string', default: '4' },
  },
})

await runTool(async () => {
  await prepareCode()
  await prepareWeb()
  // it imports what was only just made
  const { runWebBench } = await import('./bench/run-web-bench.ts')
  return runWebBench({ rows: Number(values.rows), numbers: Number(values.numbers), slower: Number(values.slower) })
})
