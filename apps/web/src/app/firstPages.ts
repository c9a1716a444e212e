// The pages by which people come in. Which one it will be the address says before anything is here: its files come beside those of
// the shell, not after them.
import { pageFiles } from './Page.tsx'

export const home = pageFiles(() => import('../features/home/HomePage.tsx'))
export const form = pageFiles(() => import('../features/form/FormPage.tsx'))

/** Begins to bring the page at this address, where it is one of these. */
export function loadFirstPage(path: string): void {
  const page = path === '/' ? home : /^\/laporan\/[^/]+$/.test(path) ? form : null
  page?.load().catch(() => undefined)
}
