/** `npm run check`: what can be said without running the product. */
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { runStages } from './stages/runStages.ts'
import { quick, stages } from './stages/stages.ts'

await runTool(async () => {
  await prepareCode()
  return runStages(stages.filter(stage => quick.includes(stage.name)))
})
