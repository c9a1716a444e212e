import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { freePort } from '@sepakat/db/engine/freePort.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { root } from '../root.ts'
import { signInHere } from './signInHere.ts'
import type { Visitor } from './slowLine.ts'

const version = '13.5.0'
const categories = ['performance', 'accessibility', 'best-practices'] as const
const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const

/** Scores from 0 to 100; metrics in ms, the last without a unit. */
export type Audit = Record<(typeof categories)[number] | (typeof metrics)[number], number>
type Lighthouse = (
  url: string,
  flags: object,
) => Promise<{
  lhr: { categories: Record<string, { score: number | null }>; audits: Record<string, { numericValue?: number }> }
}>

/** 176 MB that nothing else needs: npm brings it where it is measured with (decision 0037). @throws Refusal without a registry */
export const bringLighthouse = async (): Promise<Lighthouse> => {
  const folder = path.join(root, `.cache/lighthouse-${version}`)
  const entry = path.join(folder, 'node_modules/lighthouse/core/index.js')
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]
  if (!existsSync(entry))
    await promisify(execFile)('npm', ['install', ...options, `lighthouse@${version}`]).catch(error => {
      throw new Refusal(`npm could not bring lighthouse@${version}: ${error.message}`)
    })
  return (await import(pathToFileURL(entry).href)).default
}

/** One page as Lighthouse sees it on a phone, with nothing of it on the device; a session where somebody is signed in. */
export const audit = async (
  lighthouse: Lighthouse,
  { origin, name, chromium: executablePath }: Omit<Visitor, 'number' | 'report'>,
  { at, signedIn }: { at: string; signedIn: boolean },
): Promise<Audit> => {
  const [profile, port] = [mkdtempSync(path.join(tmpdir(), 'sepakat-lighthouse-')), await freePort()]
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`]
  const context = await chromium.launchPersistentContext(profile, { executablePath, args })
  try {
    if (signedIn) await signInHere(context, origin, name)
    const { lhr } = await lighthouse(origin + at, { port, logLevel: 'silent', onlyCategories: [...categories] })
    const scores = categories.map(name => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)])
    const times = metrics.map(name => [name, lhr.audits[name]?.numericValue ?? Number.NaN])
    return Object.fromEntries([...scores, ...times])
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}
