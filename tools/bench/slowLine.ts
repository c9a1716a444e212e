import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { password } from './buildCast.ts'
import { type Carried, type Traffic, watchTraffic } from './traffic.ts'

/** What the browser makes of the line: 400 kbit/s each way, 400 ms more for each request. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

export interface Visitor {
  /** Of the product. */
  origin: string
  /** Who signs in. */
  name: string
  /** The report that is opened. */
  report: string
  /** What is typed into its first cell: another number each time. */
  number: string
  chromium: string
}

/** Until something can be used (ms), and what went over the line meanwhile. */
export interface Step {
  ms: number
  carried: Carried[]
}
export const steps = ['coldSignIn', 'warmStart', 'formWarm', 'savedCell'] as const
export type Visit = Record<(typeof steps)[number], Step>

const usable = {
  name: 'input[name="name"], input[autocomplete="username"]',
  tasks: 'main li a[href^="/laporan/"]',
  field: 'table input:not([readonly])',
}
type Usable = keyof typeof usable

/** Runs in each page: records when each of these first appears and the page has drawn it (ms since the start). */
const noteFirst = (wanted: Record<string, string>) => {
  const noted: Record<string, number> = {}
  Object.assign(window, { noted })
  addEventListener('click', ({ timeStamp }) => Object.assign(noted, { pressed: timeStamp }), true)
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in noted || !document.querySelector(selector)) continue
      noted[name] = 0
      requestAnimationFrame(() => setTimeout(() => Object.assign(noted, { [name]: performance.now() })))
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}

/**
 * One device on the slow line: the first visit of all, sign-in, home and a form; all of it closed, the application is opened again,
 * the form from its home, and one cell of it is filled in.
 */
export const visit = async ({ origin, name, report, number, chromium: executablePath }: Visitor): Promise<Visit> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sepakat-slow-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    viewport: { width: 1280, height: 800 },
  })
  const task = `${usable.tasks}[href*="${report}"]`
  try {
    await context.addInitScript(noteFirst, usable)
    const first = await open(context, `${origin}/`)
    const coldSignIn = { ms: await first.noted('name'), carried: [...first.traffic.carried] }
    await first.page.locator(usable.name).fill(name)
    await first.page.getByLabel('Sandi', { exact: true }).fill(password)
    await first.page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await first.page.locator(task).click()
    await first.page.locator(usable.field).first().waitFor()
    await first.page.evaluate(() => navigator.serviceWorker.ready)
    await first.traffic.untilQuiet(1000)
    await first.page.close()

    const { page, traffic, noted } = await open(context, `${origin}/`)
    const started = await noted('tasks')
    // a person looks before pressing
    await page.waitForTimeout(2000)
    await traffic.untilQuiet(300)
    const warmStart = { ms: started, carried: [...traffic.carried] }
    const during = async (work: () => Promise<unknown>): Promise<Step> => {
      const [before, begun] = [traffic.carried.length, performance.now()]
      await work()
      const ms = performance.now() - begun
      await traffic.untilQuiet(1000)
      return { ms, carried: traffic.carried.slice(before) }
    }
    const opened = await during(() => page.locator(task).click())
    const formWarm = { ...opened, ms: (await noted('field')) - (await noted('pressed')) }
    // what is fetched ahead
    await traffic.untilQuiet(2000)
    const savedCell = await during(async () => {
      const cell = page.locator(usable.field).first()
      await cell.fill(number)
      await cell.blur()
      await page.waitForTimeout(500)
    })
    return { coldSignIn, warmStart, formWarm, savedCell }
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

interface Opened {
  page: Page
  traffic: Traffic
  /** @throws when it does not appear within half a minute */
  noted: (what: Usable | 'pressed') => Promise<number>
}

const open = async (context: BrowserContext, address: string): Promise<Opened> => {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const traffic = await watchTraffic(devtools)
  await devtools.send('Network.emulateNetworkConditions', slow)
  await page.goto(address)
  const noted = async (what: string) => {
    const found = await page.waitForFunction(
      name => (window as Window & { noted?: Record<string, number> }).noted?.[name],
      what,
    )
    return (await found.jsonValue()) ?? 0
  }
  return { page, traffic, noted }
}
