/** What Word and web pages put in the clipboard, so that the fixed styles can be read from it: lists as lists, breaks as blanks. */
export function pastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const line of body.querySelectorAll('br')) line.replaceWith(' ')
  for (const cell of body.querySelectorAll('td, th')) cell.append(' ')
  listsOfWord(body)
  // an ending of Word's own, and what is hidden there
  for (const hidden of body.querySelectorAll('[style*="mso-hide"], [style*="display:none"]')) hidden.remove()
  return body.innerHTML
}

const isItem = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && /mso-list:\s*(?!none|ignore)/i.test(element.getAttribute('style') ?? '')

/** Word writes items of a list as paragraphs, with the sign or number as text of its own. */
function listsOfWord(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p')) {
    if (!first.isConnected || !isItem(first)) continue
    const list = document.createElement(/^\s*\(?[\da-z]{1,3}[.)]/i.test(first.textContent ?? '') ? 'ol' : 'ul')
    first.before(list)
    let item: Element | null = first
    while (isItem(item)) {
      const next: Element | null = item.nextElementSibling
      const li = document.createElement('li')
      for (const sign of item.querySelectorAll('[style*="mso-list"]')) sign.remove()
      li.append(...item.childNodes)
      list.append(li)
      item.remove()
      item = next
    }
  }
}
