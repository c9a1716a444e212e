import type { Page } from '@playwright/test'

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/**
 * Requests of a browser tab to the API that should not have been sent: what its user may not read, and what was aborted before
 * its response came. The stream of live updates ends with its page. The list grows while the tab is used.
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
    // A response that was not read to its end is no aborted request.
    const unanswered = request.timing().responseStart < 0
    if (unanswered && request.failure()?.errorText === 'net::ERR_ABORTED')
      tell('given up', request.method(), request.url())
  })
  return faults
}

/** Navigates as by a link of the application: the page stays loaded. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.evaluate(to => {
    history.pushState({ idx: 1 }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: { idx: 1 } }))
  }, path)
