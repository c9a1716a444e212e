import type { Page } from '@playwright/test'

/** What this device keeps of the person's reading, as the addresses it was read from. */
export const copies = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        indexedDB.open('sepakat').onsuccess = function () {
          const all = this.result.transaction('copies').objectStore('copies').getAllKeys()
          all.onsuccess = () => resolve(all.result.map(key => (key as string[])[1] ?? ''))
        }
      }),
  )
