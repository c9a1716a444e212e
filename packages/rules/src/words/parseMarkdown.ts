// The Markdown subset of narratives: two headings, lists, bold, italic. Anything else is text.
export type Span = { text: string; bold?: true; italic?: true }
export type TextBlock =
  | { kind: 'heading'; level: 1 | 2; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }

// with `s`, for a rest that would end before an odd line end is looked for again from every blank
const bullet = /^\s*[-*•]\s+(.*)$/s
const numbered = /^\s*\d+[.)]\s+(.*)$/s
const heading = /^(#{1,2})\s+(.*)$/s

/** Reads text into blocks. Every character of it is kept; a mark that closes nothing is literal. */
export function parseMarkdown(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(lines.join('\n')) })
    lines = []
  }
  for (const line of text.split(/\r?\n/)) {
    const head = heading.exec(line)
    const item = bullet.exec(line) ?? numbered.exec(line)
    if (head) {
      flush()
      blocks.push({ kind: 'heading', level: head[1]?.length === 1 ? 1 : 2, spans: spansOf(head[2] ?? '') })
    } else if (item) {
      flush()
      const ordered = !bullet.test(line)
      const last = blocks.at(-1)
      const spans = spansOf(item[1] ?? '')
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(spans)
      else blocks.push({ kind: 'list', ordered, items: [spans] })
    } else if (line.trim() === '') flush()
    else lines.push(line)
  }
  flush()
  return blocks
}

function spansOf(text: string): Span[] {
  const parts = text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|_[^_\s][^_]*_)/)
  return parts.flatMap((part, at): Span[] => {
    if (part === '') return []
    if (/^\*\*[^*]+\*\*$/.test(part)) return [{ text: part.slice(2, -2), bold: true }]
    const inWord = /\w$/.test(parts[at - 1] ?? '') || /^\w/.test(parts[at + 1] ?? '')
    if (/^(\*[^*]+\*|_[^_]+_)$/.test(part) && !inWord) return [{ text: part.slice(1, -1), italic: true }]
    return [{ text: part }]
  })
}
