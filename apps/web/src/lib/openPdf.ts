/**
 * Opens a PDF of the API in a tab of its own. The API sends every file as a download, since nothing from outside may run on our
 * address; here its bytes become a PDF and nothing else, whatever they say of themselves.
 * @throws when the file could not be read; the tab is closed again
 */
export async function openPdf(address: string, signal?: AbortSignal): Promise<void> {
  // Opened within the press, or the browser takes it for an advertisement.
  const tab = window.open('about:blank')
  try {
    const answer = await fetch(address, { credentials: 'same-origin', signal: signal ?? null })
    if (!answer.ok) throw new Error(`the file was answered ${answer.status}`)
    const url = URL.createObjectURL(new Blob([await answer.blob()], { type: 'application/pdf' }))
    if (tab) tab.location.href = url
    else location.assign(address)
    setTimeout(() => URL.revokeObjectURL(url), 600_000)
  } catch (error) {
    tab?.close()
    throw error
  }
}
