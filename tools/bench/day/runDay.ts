import { openEvidence, unrecorded } from '../../evidence/openEvidence.ts'
import { fill, fillOffices, freezeWhole } from '../fill.ts'
import { openGround } from '../ground.ts'
import { positive } from '../measureStages.ts'
import { makeSamples, service } from '../sample.ts'
import { dayActions } from './dayActions.ts'
import { type DayBars, dayReport, type Load } from './dayReport.ts'
import { openLoop } from './openLoop.ts'
import { createTeller, secondsToRecover, watchDay } from './watchDay.ts'

export interface DayAsk {
  short: boolean
  unrecorded: boolean
  seconds?: string | undefined
  /** Times a hundred actions a second, as `1,2,4`. */
  loads?: string | undefined
}

const perSecond = 100
/** How fast an overview is as usual; a machine that does other work too is slower. */
const usualMs = { quiet: 500, shared: 2000 }
const patientMs = 30_000
/** As measured before, as wished for, and what a person takes for an answer. */
const quiet: DayBars = { accepted: times => (times <= 1 ? 133 : times <= 2 ? 300 : 1000), recovery: 10 }
/** Of a machine that does other work too. */
const shared: DayBars = { accepted: null, recovery: 60 }

const about = `People who are signed in and act at their own times, ${perSecond} actions a second at 1×, whether what they sent before was answered or not:
a time runs from when somebody meant to act. The API process alone (WORKER=0, RATE_LIMIT=0); load, server and PostgreSQL (fsync on) share this machine.
Refused: 503 with Retry-After. Lost: any other answer, or none ${patientMs / 1000} s after the load. As usual: an overview within ${usualMs.quiet} ms, three times running.`

/** A deadline day, on a server of our own on this machine alone; measures, prints, writes down, and gives the exit code. */
export const runDay = async (ask: DayAsk): Promise<number> => {
  const begun = performance.now()
  const seconds = positive(ask.seconds ?? (ask.short ? '4' : '60'), 'seconds')
  const times = (ask.loads ?? (ask.short ? '0.5,4' : '1,2,4')).split(',').map(load => positive(load, 'loads'))
  const evidence = ask.short || ask.unrecorded ? unrecorded : openEvidence()
  const teller = createTeller()
  const ground = await openGround({ told: teller })
  const loads: Load[] = []
  try {
    await fillOffices(ground.filling, service)
    const samples = await makeSamples(ground)
    await fill(ground.filling, ask.short ? 1000 : 10_000, samples.submitted)
    await freezeWhole(ground.filling, samples.submitted)
    const actions = times.reduce((sum, load) => sum + load * perSecond * seconds, 0)
    const { next, probe } = await dayActions(ground, samples, ask.short ? 150 : 500, actions)
    for (const load of times) {
      const stop = watchDay(ground, teller)
      const outcomes = await openLoop(ground.ports.product, { perSecond: perSecond * load, seconds, patientMs }, next)
      const recovery = await secondsToRecover(ground, probe, ask.short ? usualMs.shared : usualMs.quiet)
      loads.push({ times: load, outcomes, recovery, ...(await stop()) })
    }
  } finally {
    await ground.close()
    teller.close()
  }
  const { report, verdicts } = dayReport(loads, ask.short ? shared : quiet)
  const missed = verdicts.filter(({ holds }) => !holds)
  const bars =
    missed.length === 0 ? 'Every bar is met.' : `Not met:\n\n${missed.map(({ what }) => `- ${what}`).join('\n')}`
  const text = [about, report, `## Bars\n\n${bars}`].join('\n\n')
  const [passed, failed] = [verdicts.length - missed.length, missed.length]
  console.log(`${text}\n`)
  const took = Math.round((performance.now() - begun) / 1000)
  const unwritten = evidence.write(
    { name: 'bench day', title: 'A deadline day' },
    { seed: null },
    { passed, failed, report: text },
    took,
  )
  if (unwritten) console.log(`${unwritten}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
