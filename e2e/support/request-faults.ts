import type { Page } from '@playwright/test'

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/**
 * What the pages of a browser tab asked of the API and should not have: what its reader may not read, and what was given up before
 * its answer came. The stream of live updates ends with its page. The list grows while the tab is used.
 */
export const requestFaults = (page: Page): string[] => {
  const faults: string[] = []
  const tell = (what: string, method: string, url: string): void => {
    const { pathname } = new URL(url)
    if (!pathname.startsWith('/api/') || pathname.endsWith('/bell')) return
    faults.push(
      `${what}: ${method} ${pathname.replaceAll(ids, ':id')}, on ${new URL(page.url()).pathname.replaceAll(ids, ':id')}`,
    )
  }
  page.on('response', answer => {
    if (answer.status() === 403) tell('refused', answer.request().method(), answer.url())
  })
  page.on('requestfailed', request => {
    // One that had an answer and was not read to its end was not given up.
    const unanswered = request.timing().responseStart < 0
    if (unanswered && request.failure()?.errorText === 'net::ERR_ABORTED')
      tell('given up', request.method(), request.url())
  })
  return faults
}

/** Goes where a link of the application would lead: the page stays loaded. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.evaluate(to => {
    history.pushState({ idx: 1 }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: { idx: 1 } }))
  }, path)
