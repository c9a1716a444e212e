import type { FrozenBlockOfEdition, SaidPiece, SaidText } from '@sepakat/rules/editions/FrozenEdition.ts'
import { Link } from 'react-router'
import { FigureLink } from '#submissions/FigureLink.tsx'
import { SaidChart } from '#submissions/SaidChart.tsx'
import { type Leading, SaidTable } from '#submissions/SaidTable.tsx'
import { keyedBy } from '#ui/keyedBy.ts'
import { paths } from '#ui/paths.ts'
import styles from './Editions.module.css'

/** Blocks of an edition as they come out: the text said, tables and charts with their numbers. */
export const SaidBlocks = ({ blocks }: { blocks: readonly FrozenBlockOfEdition[] }) => (
  <div className={styles.read}>
    {keyedBy(blocks).map(([key, block]) => (
      <Block key={key} block={block} />
    ))}
  </div>
)

function Block({ block }: { block: FrozenBlockOfEdition }) {
  switch (block.block) {
    case 'table':
      return <SaidTable number={block.number} table={block.table} leading={leading} />
    case 'chart':
      return <SaidChart number={block.number} chart={block.chart} />
    case 'bullets':
      return <ul>{itemsOf(block.items)}</ul>
    case 'numbers':
      return <ol>{itemsOf(block.items)}</ol>
    case 'heading':
      return (
        <h3>
          <Text of={block.text} />
        </h3>
      )
    case 'quote':
      return (
        <blockquote>
          <Text of={block.text} />
        </blockquote>
      )
    default:
      return (
        <p>
          <Text of={block.text} />
        </p>
      )
  }
}

/** A figure leads to its derivation, an answer to its place in the report. */
const leading: Leading = (from, shown) =>
  'form' in from ? (
    <FigureLink place={from}>{shown}</FigureLink>
  ) : (
    <Link to={paths.review(from.submission, { revision: from.n, at: from.pointer })}>{shown}</Link>
  )

const itemsOf = (items: readonly SaidText[]) =>
  keyedBy(items).map(([key, item]) => (
    <li key={key}>
      <Text of={item} />
    </li>
  ))

const Text = ({ of }: { of: SaidText }) => keyedBy(of).map(([key, piece]) => <Piece key={key} of={piece} />)

function Piece({ of }: { of: SaidPiece }) {
  if (of.piece === 'direction') return of.said
  if (of.piece === 'figure') {
    const { owed, approved } = of.coverage
    // a figure of a part of what is owed says so
    return (
      <FigureLink place={of.of} title={of.standing === 'final' ? undefined : `${approved} dari ${owed} disetujui`}>
        {of.said}
      </FigureLink>
    )
  }
  const text = of.italic ? <em>{of.text}</em> : of.text
  return of.bold ? <strong>{text}</strong> : text
}
