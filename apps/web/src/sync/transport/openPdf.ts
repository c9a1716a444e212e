import { onLeft } from '../tabs/tabs.ts'
import { failed } from './api.ts'

/** Tabs opened from this page: they close when its user leaves. */
const shown = new Set<{ tab: Window; url?: string }>()

function closeAll(): void {
  for (const { tab, url } of shown) {
    tab.close()
    if (url) URL.revokeObjectURL(url)
  }
  shown.clear()
}
onLeft(closeAll)
// A closed or reloaded page could not close them any more.
addEventListener('pagehide', closeAll)

/**
 * Opens a PDF of the API in a tab of its own, which closes with this page. The API sends every file as a download, since no foreign
 * content may run on our origin; here its bytes are typed as PDF and nothing else, whatever they claim to be.
 * @param page as it was written: `12`, `hal. 3 dan 4`; the first number in it is where the file opens
 * @throws NoAnswerError when it broke off, Error when it was refused; the tab is closed again
 */
export async function openPdf(address: string, page = ''): Promise<void> {
  // Opened during the press, or the browser blocks it as a pop-up.
  const tab = window.open('about:blank')
  const one: { tab: Window; url?: string } | null = tab && { tab }
  for (const before of shown) if (before.tab.closed) shown.delete(before)
  if (one) shown.add(one)
  try {
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(failed)
    if (!answer.ok) throw new Error(`the file was answered ${answer.status}`)
    const content = await answer.blob().catch(failed)
    if (!one) return location.assign(address)
    if (!shown.has(one)) return
    one.url = URL.createObjectURL(new Blob([content], { type: 'application/pdf' }))
    const first = /\d+/.exec(page)?.[0]
    one.tab.location.href = first === undefined ? one.url : `${one.url}#page=${first}`
    setTimeout(URL.revokeObjectURL, 600_000, one.url)
  } catch (error) {
    tab?.close()
    throw error
  }
}
