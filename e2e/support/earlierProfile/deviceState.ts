// All that a browser keeps of this product, as JSON: bytes are written as base64.
import type { BrowserContext, Page } from '@playwright/test'

interface Store {
  name: string
  keyPath: string | string[] | null
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[]
  records: { key: unknown; value: unknown }[]
}
export interface DeviceState {
  localStorage: Record<string, string>
  cookies: Record<string, string>
  databases: { name: string; version: number; stores: Store[] }[]
}

/** @param page one of the origin */
export const readDevice = (page: Page): Promise<DeviceState> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    const plain = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) return { $blob: base64(new Uint8Array(await value.arrayBuffer())), type: value.type }
      if (value instanceof ArrayBuffer) return { $buffer: base64(new Uint8Array(value)) }
      if (value instanceof Uint8Array) return { $bytes: base64(value) }
      if (Array.isArray(value)) return Promise.all(value.map(plain))
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).map(async ([name, one]) => [name, await plain(one)] as const)
      return Object.fromEntries(await Promise.all(entries))
    }
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '', version = 0 }) => {
        const db = await done(indexedDB.open(name))
        const stores = []
        for (const storeName of db.objectStoreNames) {
          const store = db.transaction(storeName).objectStore(storeName)
          const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
          stores.push({
            name: storeName,
            keyPath: store.keyPath,
            indexes: [...store.indexNames].map(indexName => {
              const { keyPath, unique, multiEntry } = store.index(indexName)
              return { name: indexName, keyPath, unique, multiEntry }
            }),
            records: await Promise.all(values.map(async (value, at) => ({ key: keys[at], value: await plain(value) }))),
          })
        }
        db.close()
        return { name, version, stores }
      }),
    )
    return {
      localStorage: { ...localStorage },
      cookies: Object.fromEntries(document.cookie.split('; ').map(one => one.split(/=(.*)/s).slice(0, 2))),
      databases,
    }
  })

/** @param page one of the origin on which the product does not run yet */
export const writeDevice = async (context: BrowserContext, page: Page, state: DeviceState): Promise<void> => {
  const url = new URL(page.url()).origin
  const cookies = Object.entries(state.cookies).filter(([name]) => name !== '')
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url, sameSite: 'Strict' as const })))
  await page.evaluate(async given => {
    const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))
    const real = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(real)
      if (typeof value !== 'object' || value === null) return value
      const { $blob, $buffer, $bytes, type } = value as Record<string, string | undefined>
      if ($blob !== undefined) return new Blob([bytesOf($blob)], { type: type ?? '' })
      if ($buffer !== undefined) return bytesOf($buffer).buffer
      if ($bytes !== undefined) return bytesOf($bytes)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, real(one)]))
    }
    for (const [name, value] of Object.entries(given.localStorage)) localStorage.setItem(name, value)
    for (const { name, version, stores } of given.databases)
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version)
        opening.onupgradeneeded = () => {
          for (const { name: storeName, keyPath, indexes, records } of stores) {
            const store = opening.result.createObjectStore(storeName, { keyPath })
            for (const { name: indexName, keyPath: of, ...options } of indexes)
              store.createIndex(indexName, of, options)
            for (const { key, value } of records)
              store.put(real(value), ...(keyPath === null ? [key as IDBValidKey] : []))
          }
        }
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      })
  }, state)
}
