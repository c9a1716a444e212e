import type { Page } from '@playwright/test'

/** The result of one request to a store of the device's database, once its transaction has ended. */
const ask = <T>(page: Page, store: string, verb: 'count' | 'getAllKeys' | 'clear'): Promise<T> =>
  page.evaluate(
    ({ store, verb }) =>
      new Promise<T>(resolve => {
        indexedDB.open('sepakat').onsuccess = function () {
          const transaction = this.result.transaction(store, verb === 'clear' ? 'readwrite' : 'readonly')
          const request: IDBRequest = transaction.objectStore(store)[verb]()
          transaction.oncomplete = () => {
            this.result.close()
            resolve(request.result)
          }
        }
      }),
    { store, verb },
  )

/** The addresses of the responses cached on this device. */
export const cachedAddresses = async (page: Page): Promise<string[]> =>
  (await ask<string[][]>(page, 'copies', 'getAllKeys')).map(key => key[1] ?? '')

/** Empties the cache. */
export const clearCache = (page: Page): Promise<void> => ask(page, 'copies', 'clear')

/** How many draft texts are stored on this device. */
export const storedDraftTexts = (page: Page): Promise<number> => ask(page, 'texts', 'count')

/** How many changes on this device are not on the server yet. */
export const unsentChanges = (page: Page): Promise<number> => ask(page, 'unsent', 'count')
