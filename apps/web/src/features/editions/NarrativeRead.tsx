import type { Narrative, NarrativeBlock, NarrativeText } from '@sepakat/rules/editions/Narrative.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import styles from './Editions.module.css'

/** A text as it was written, its figures as they were last seen. */
export const NarrativeRead = ({ narrative }: { narrative: Narrative }) => (
  <div className={styles.read}>
    {keyedBy(narrative).map(([key, block]) => (
      <Block key={key} block={block} />
    ))}
  </div>
)

const lettersOf = (text: NarrativeText): string =>
  text.map(piece => (piece.piece === 'text' ? piece.text : (piece.seen ?? '…'))).join('')

function Block({ block }: { block: NarrativeBlock }) {
  if ('text' in block) return <p>{lettersOf(block.text)}</p>
  if (!('items' in block)) return <p>[{block.title ?? block.of}]</p>
  const List = block.block === 'bullets' ? 'ul' : 'ol'
  return (
    <List>
      {keyedBy(block.items).map(([key, item]) => (
        <li key={key}>{lettersOf(item)}</li>
      ))}
    </List>
  )
}
