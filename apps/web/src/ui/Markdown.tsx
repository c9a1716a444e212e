import { parseMarkdown, type Span } from '@sepakat/rules/words/parseMarkdown.ts'
import { createElement } from 'react'
import styles from './Markdown.module.css'

/** A rendered narrative. `level`: the heading level its own headings start at. */
export function Markdown({ text, level = 5 }: { text: string; level?: 2 | 3 | 4 | 5 }) {
  return (
    <div className={styles.text}>
      {keyed(parseMarkdown(text)).map(({ key, item: block }) => {
        if (block.kind === 'heading')
          return createElement(`h${level + block.level - 1}`, { key }, <Spans spans={block.spans} />)
        if (block.kind === 'paragraph')
          return (
            <p key={key}>
              <Spans spans={block.spans} />
            </p>
          )
        const items = keyed(block.items).map(({ key: at, item }) => (
          <li key={at}>
            <Spans spans={item} />
          </li>
        ))
        return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
      })}
    </div>
  )
}

function Spans({ spans }: { spans: Span[] }) {
  return keyed(spans).map(({ key, item: { text, bold, italic } }) => {
    if (bold) return <strong key={key}>{text}</strong>
    return italic ? <em key={key}>{text}</em> : <span key={key}>{text}</span>
  })
}

/** Parts of a text have no key but their index. */
const keyed = <T,>(items: T[]): { key: string; item: T }[] => items.map((item, at) => ({ key: String(at), item }))
