/** Text as HTML shows it. Everything that is not markup of this folder goes through here. */
export const text = (value: unknown): string => String(value).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** The little Markdown that summaries use: paragraphs, lists, `code`. */
export const markdown = (source: string): string => {
  const inline = (line: string) => text(line).replace(/`([^`]+)`/g, '<code>$1</code>')
  return source
    .split(/\n{2,}/)
    .map(block => {
      const items = block.split(/\n(?=- )/).map(item => item.replace(/\n\s+/g, ' '))
      return items.every(item => item.startsWith('- '))
        ? `<ul>${items.map(item => `<li>${inline(item.slice(2))}</li>`).join('')}</ul>`
        : `<p>${inline(block.replace(/\n/g, ' '))}</p>`
    })
    .join('\n')
}

/** A fragment identifier that any text can be. */
export const idOf = (...parts: string[]): string =>
  parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
