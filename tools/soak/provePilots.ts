import { chromium } from '@playwright/test'
import { draw } from '@sepakat/db/demo-year/draw.ts'
import { openGround } from '../bench/ground.ts'
import type { Proof } from '../evidence/proof.ts'
import { findChromium } from '../findChromium.ts'
import { prepareWeb, webFolder } from '../prepare.ts'
import { signIn } from './caller.ts'
import { createChecks } from './checks.ts'
import { type Filed, fileReport, lineOf, tableHead } from './pilots/fileReport.ts'
import { looksOf } from './pilots/looksOf.ts'
import { owedIn } from './pilots/owed.ts'
import type { Aliases } from './pilots/paper.ts'
import { sitDown } from './pilots/person.ts'
import { openRegion, type Pilot, password, type Region, year } from './pilots/region.ts'

/** The one report of the short version: an office of three urusan answers it in a few fields. */
const shortest = 'lppd/tahunan'

/** Browsers running at once. */
const pairs = 2

export const provePilots: Proof['prove'] = async ({ short, seed, rounds }) => {
  await prepareWeb()
  const checks = createChecks()
  const ground = await openGround({ web: webFolder })
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const filed: Filed[] = []
  try {
    const region = await openRegion(ground)
    const waiting = short ? region.pilots.slice(-1) : region.pilots.slice(0, rounds)
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) filed.push(...(await fileAll(region, next)))
    }
    await Promise.all(Array.from({ length: pairs }, work))
  } finally {
    await browser.close()
    await ground.close()
  }
  return checks.proven(
    `Every report that the five pilot offices owe for ${year}${short ? ' (short: one report)' : ''}, as the product itself lists them, from empty to approved in Chromium:
every field typed, chosen or ticked on the form's own page, evidence attached, findings met, submitted, reviewed on the review page and approved. Each section of each form
filled in, its review page and its print were given axe and seen to fit their width, once for each office. No cell is named by
the proof: it goes by the outline of the form. ${filed.length} reports, ${filed.reduce((sum, { fields }) => sum + fields, 0)} fields typed.

${[...tableHead, ...filed.map(lineOf)].join('\n')}`,
  )

  async function fileAll({ verifier, evaluator }: Region, { office, operator }: Pilot): Promise<Filed[]> {
    const sit = (name: string) => sitDown(browser, ground.origin, name, password)
    const people = {
      writer: await sit(operator.username),
      reviewer: await sit(verifier.username),
      grader: await sit(evaluator.username),
    }
    const ask = await signIn(ground.origin, operator.username, password)
    const owed = (await owedIn(ask, year)).filter(({ form }) => !short || form === shortest)
    checks.check('an office owes something', owed.length > 0, office)
    // offices differ in what they fill in
    const own = draw(seed, office)
    const done: Filed[] = []
    const aliases: Aliases = new Map()
    const look = looksOf(checks, office)
    for (const report of owed) {
      const filing = await fileReport({ checks, ask, seed: own, office, report, aliases, look, ...people })
      if (filing) done.push(filing)
    }
    for (const { page } of Object.values(people)) await page.context().close()
    return done
  }
}
