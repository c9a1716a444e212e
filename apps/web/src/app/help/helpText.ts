import type { PageName } from '../pages.ts'

// Apart from the addresses, which every page needs: the names of all these files are a kilobyte.
const texts = import.meta.glob<string>('./texts/*.md', { query: '?raw', import: 'default' })

/** Fetched on demand. @throws where the text cannot be fetched */
export const helpText = async (page: PageName): Promise<string> => {
  const load = texts[`./texts/${page}.md`]
  if (!load) throw new Error(`no help for ${page}`)
  return load()
}
