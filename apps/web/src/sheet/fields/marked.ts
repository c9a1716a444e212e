export type Marks = 'bold' | 'italic' | 'list' | 'heading'

interface Edit {
  text: string
  start: number
  end: number
}

/** The text with a mark put around the selection, or before its lines; toggled off if present. */
export function marked(text: string, start: number, end: number, mark: Marks): Edit {
  if (mark === 'bold') return around(text, start, end, '**')
  if (mark === 'italic') return around(text, start, end, '_')
  return before(text, start, end, mark === 'list' ? '- ' : '## ')
}

function around(text: string, start: number, end: number, sign: string): Edit {
  const length = sign.length
  if (text.slice(start - length, start) === sign && text.slice(end, end + length) === sign)
    return {
      text: text.slice(0, start - length) + text.slice(start, end) + text.slice(end + length),
      start: start - length,
      end: end - length,
    }
  return {
    text: text.slice(0, start) + sign + text.slice(start, end) + sign + text.slice(end),
    start: start + length,
    end: end + length,
  }
}

function before(text: string, start: number, end: number, sign: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(from, end).split('\n')
  const all = lines.every(line => line.startsWith(sign))
  const next = lines.map(line => (all ? line.slice(sign.length) : sign + line)).join('\n')
  return { text: text.slice(0, from) + next + text.slice(end), start: from, end: from + next.length }
}
