/** `npm test [-- STAGE …]`: everything that must hold, or the stages named. */
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { endAll } from './stages/execute.ts'
import { runStages } from './stages/runStages.ts'
import { stages } from './stages/stages.ts'

const wanted = process.argv.slice(2)

await runTool(async () => {
  const unknown = wanted.filter(name => !stages.some(stage => stage.name === name))
  if (unknown.length > 0)
    throw new Refusal(`No stage ${unknown.join(', ')}; there are: ${stages.map(stage => stage.name).join(', ')}.`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      endAll()
      process.exit(1)
    })
  await prepareCode()
  return runStages(wanted.length > 0 ? stages.filter(stage => wanted.includes(stage.name)) : stages)
})
