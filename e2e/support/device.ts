import type { Page } from '@playwright/test'

/** What one request to a store of the device's database answers, once its transaction has ended. */
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

/** What this device keeps of the person's reading, as the addresses it was read from. */
export const copies = async (page: Page): Promise<string[]> =>
  (await ask<string[][]>(page, 'copies', 'getAllKeys')).map(key => key[1] ?? '')

/** As on a device on which nothing was read before. */
export const forgetCopies = (page: Page): Promise<void> => ask(page, 'copies', 'clear')

/** How many texts this device keeps that were not sent yet. */
export const textsKept = (page: Page): Promise<number> => ask(page, 'texts', 'count')
