import type { Browser, Page } from '@playwright/test'

/** Somebody at a browser of his or her own. */
export interface Person {
  page: Page
  /** What the browser complained of, and what the server refused, since it was asked last. */
  faults: () => string[]
}

/** Signs in on the page itself, and from then on notes whatever goes wrong. */
export const sitDown = async (browser: Browser, origin: string, name: string, password: string): Promise<Person> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'id-ID',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto('/')
  await page.getByLabel('NIP atau nama pengguna').fill(name)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('banner').getByRole('status').waitFor()
  let faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('response', answer => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`))
  // what a page had under way when it was left is no failure
  page.on('requestfailed', asked => {
    const said = asked.failure()?.errorText ?? ''
    if (said !== 'net::ERR_ABORTED') faults.push(`${said} ${asked.url()}`)
  })
  return {
    page,
    faults: () => {
      const told = faults
      faults = []
      return told
    },
  }
}
