// The entry pages. The address says which one it will be before any code runs, so its files load beside the shell's,
// not after them.
import { pageFiles } from './Page.tsx'

export const home = pageFiles(() => import('#features/home/HomePage.tsx'))
export const form = pageFiles(() => import('#features/form/FormPage.tsx'))

/** The report whose form is at this address; undefined where there is none. */
export const reportAt = (path: string): string | undefined => /^\/laporan\/([^/]+)$/.exec(path)?.[1]

/** Starts loading the page at this address, if it is one of these. */
export function loadFirstPage(path: string): void {
  const page = path === '/' ? home : reportAt(path) ? form : null
  page?.load().catch(() => undefined)
}
