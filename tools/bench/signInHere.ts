import type { BrowserContext } from '@playwright/test'
import { v7 } from 'uuid'
import { password } from './buildCast.ts'

/** Signs in by the API, and leaves on the device what the sign-in page would have left: its name, and that somebody is here. */
export const signInHere = async (context: BrowserContext, origin: string, name: string): Promise<void> => {
  const device = v7()
  const address = `${origin}/api/v1/session`
  const answer = await context.request.post(address, { data: { name, password, device }, headers: { origin } })
  if (!answer.ok()) throw new Error(`sign-in of ${name}: ${answer.status()} ${await answer.text()}`)
  const page = await context.newPage()
  await page.goto(`${origin}/healthz`)
  await page.evaluate(device => {
    localStorage.setItem('sepakat.device', device)
    localStorage.setItem('sepakat.signed-in', 'yes')
  }, device)
  await page.close()
}
