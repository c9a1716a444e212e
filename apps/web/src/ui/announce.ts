// A live region outside an open modal dialog is inert and stays silent, so it is moved to where the user is.
const host = (): Element => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body

/** Announces a short sentence to screen readers; sighted users must see the same on the page. */
export function announce(sentence: string, { urgent = false } = {}): void {
  const role = urgent ? 'alert' : 'status'
  const home = host()
  let region = home.querySelector(`:scope > [data-live="${role}"]`)
  if (!region) {
    region = document.createElement('div')
    region.className = 'visually-hidden'
    region.setAttribute('role', role)
    region.setAttribute('data-live', role)
    home.append(region)
  }
  const line = document.createElement('p')
  line.textContent = sentence
  region.replaceChildren(line)
}
