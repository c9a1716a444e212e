import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import { memo, type ReactNode, type Ref, useId } from 'react'
import { cx } from '#ui/cx.ts'
import type { RowOf, RowsProps } from './Slots.ts'

/** One row after the other. Of very many only those near the screen are drawn. */
export function SheetCards<B extends SheetBlock<B>>(props: RowsProps<B>) {
  const { slots, block, labelledBy } = props
  const { list, drawn, before, after, measure } = slots.useRows(block, false)
  const isList = block.layout === 'list'
  const [Rows, Row] = isList ? (['ol', 'li'] as const) : (['div', 'div'] as const)
  return (
    <Rows aria-labelledby={isList ? labelledBy : undefined} className={slots.parts.cards} ref={list as Ref<never>}>
      {before > 0 && <Row aria-hidden="true" style={{ height: before }} />}
      {drawn.map(({ row, index }) => (
        <Row key={row.id} ref={measure} data-index={index}>
          <Card {...props} row={row} />
        </Row>
      ))}
      {after > 0 && <Row aria-hidden="true" style={{ height: after }} />}
    </Rows>
  )
}

type CardProps<B extends SheetBlock<B>> = RowsProps<B> & { row: RowOf<B> }

/** A row with its answers one below the other. While a long list scrolls, rows that stay are not drawn again. */
const Card = memo(function Card<B extends SheetBlock<B>>(props: CardProps<B>) {
  const { slots, row, block, level, section, labelledBy, Blocks } = props
  const id = useId()
  const { headed, numbered, answered, open = true, asks = true, props: place } = slots.useRow(row, block, section)
  const named = headed || numbered ? id : labelledBy
  const foot = slots.RowFoot && <slots.RowFoot row={row} block={block} answered={answered} />
  return (
    <article {...place} aria-labelledby={named} className={cx(slots.parts.card, place.className)}>
      <slots.RowHead {...{ row, block, headed, id, level }} labelledBy={named} />
      {open && (
        <>
          <slots.State row={row} block={block} />
          {answered && <slots.Lines row={row} block={block} />}
          {asks && foot}
          {answered && (
            <Blocks
              {...{ slots, section }}
              blocks={row.blocks}
              level={headed ? level + 1 : level}
              under={row.label}
              {...(!asks && { labelledBy: named })}
            />
          )}
          {!asks && foot}
        </>
      )}
    </article>
  )
}) as <B extends SheetBlock<B>>(props: CardProps<B>) => ReactNode
