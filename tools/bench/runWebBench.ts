import os from 'node:os'
import { openEvidence, unrecorded } from '../evidence/openEvidence.ts'
import { findChromium } from '../findChromium.ts'
import { webFolder } from '../prepare.ts'
import { beginWideForm } from './beginWideForm.ts'
import { prepareObligations } from './fill.ts'
import { openGround } from './ground.ts'
import { measureKeys, type Typing, wideForms } from './measureKeys.ts'
import { measurePages } from './measurePages.ts'
import { measureVisits } from './measureVisits.ts'
import type { Part } from './report.ts'

/** Of the form that is opened, and of what else home lists. */
const [rows, tasks] = [40, 11]

/** From key to paint, visits on a slow line, Lighthouse; printed and written down. Gives the exit code. */
export const runWebBench = async (ask: Typing & { rounds: number; unrecorded: boolean }): Promise<number> => {
  const begun = performance.now()
  const evidence = ask.unrecorded ? unrecorded : openEvidence()
  const busy = os.loadavg()[0] ?? 0
  const chromium = await findChromium()
  const parts: Part[] = []
  const put = (part: Part) => {
    parts.push(part)
    console.log(`${part.report}\n`)
  }
  for (const wide of wideForms) put(await measureKeys(wide, ask, chromium))
  const ground = await openGround({ web: webFolder })
  const { origin, cast } = ground
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  const watch = setInterval(() => {
    const load = os.loadavg()[0] ?? 0
    least = Math.min(least, load)
    most = Math.max(most, load)
  }, 5000)
  try {
    const report = await beginWideForm(ground, rows)
    await prepareObligations(ground.filling, tasks)
    put(await measureVisits(cast.names.slice(0, ask.rounds), { origin, report, chromium }))
    const [name = ''] = cast.names
    put(await measurePages(ask.rounds, { origin, name, report, chromium }, rows))
  } finally {
    clearInterval(watch)
    await ground.close()
  }
  const verdicts = parts.flatMap(({ verdicts }) => verdicts)
  const bars = verdicts.map(({ what, holds }) => `- ${holds ? 'met' : '**not met**'}: ${what}`).join('\n')
  const around = `The built web served by the product, PostgreSQL and the browser on this one machine. Load average before anything of this ran:
${busy.toFixed(1)}; while it was measured on the slow line and by Lighthouse ${least.toFixed(1)} to ${most.toFixed(1)}, its own included.`
  const report = [around, ...parts.map(({ report }) => report), `## Bars\n\n${bars}`].join('\n\n')
  console.log(`${bars}\n`)
  const failed = verdicts.filter(({ holds }) => !holds).length
  const passed = verdicts.length - failed
  const took = Math.round((performance.now() - begun) / 1000)
  const title = 'The web: from key to paint, on a slow line, by Lighthouse'
  const unwritten = evidence.write({ name: 'bench:web', title }, { seed: null }, { passed, failed, report }, took)
  if (unwritten) console.log(`${unwritten}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
