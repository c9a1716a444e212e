import type { Caller } from './testApi.ts'

interface Page {
  items: Record<string, never>[]
  next: string | null
  changedTo?: string
  gone?: string[]
  replaced?: string[]
}
const read = async (by: Caller, path: string): Promise<Page> => {
  const answer = await by.call('GET', path)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
  return answer.json()
}
const joined = (path: string, more: string): string => `${path}${path.includes('?') ? '&' : '?'}${more}`

/** All items of a list, page by page. */
export const readWhole = async (by: Caller, path: string, limit = 200): Promise<Page['items']> => {
  const items: Page['items'] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await read(by, joined(path, `limit=${limit}${cursor && `&cursor=${cursor}`}`))
    items.push(...page.items)
    cursor = page.next
  }
  return items
}

/** A program that follows a list: what it kept, and how it takes what changed since it last asked. */
export interface Follower {
  kept: () => Page['items']
  /** @returns how many pages it took */
  catchUp: () => Promise<number>
}

/** Reads a list as a whole and follows it from then on. `idOf`: what `gone` and `replaced` name; `keyOf`: what is one of many of these. */
export const following = async (
  by: Caller,
  path: string,
  {
    since,
    idOf,
    keyOf = idOf,
    limit = 50,
  }: { since: string; idOf: (item: never) => string; keyOf?: (item: never) => string; limit?: number },
): Promise<Follower> => {
  let to = (await read(by, joined(path, `updatedSince=${encodeURIComponent(since)}&limit=1`))).changedTo
  const kept = new Map<string, Page['items'][number]>()
  const take = (items: Page['items']) => {
    for (const item of items) kept.set(keyOf(item as never), item)
  }
  const forget = (ids: readonly string[] = []) => {
    for (const [key, item] of kept) if (ids.includes(idOf(item as never))) kept.delete(key)
  }
  take(await readWhole(by, path))
  return {
    kept: () => [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item),
    catchUp: async () => {
      let pages = 0
      for (let more = true; more; pages += 1) {
        const page: Page = await read(by, joined(path, `updatedSince=${to}&limit=${limit}`))
        forget(page.gone)
        forget(page.replaced)
        take(page.items)
        to = page.changedTo
        more = page.next !== null
      }
      return pages
    },
  }
}
